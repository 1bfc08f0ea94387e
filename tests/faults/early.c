/* A clock that stands before 1970 while there is a file of that name: what no server's clock does, and what the program
 * therefore takes for impossible. For broken.rs. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

int clock_gettime(clockid_t clock, struct timespec *time) {
    static int (*real)(clockid_t, struct timespec *);
    if (!real)
        real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    int answer = real(clock, time);
    const char *flag = getenv("EARLY_FLAG");
    if (clock == CLOCK_REALTIME && flag && access(flag, F_OK) == 0)
        time->tv_sec = -86400;
    return answer;
}
