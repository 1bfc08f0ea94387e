// Runs a program of which one call to the system fails: the so manieth that touches a folder. It is traced, so that also
// what is asked past the C library is heard.
//
//   fails under=FOLDER kinds=WSTRUMCO at=N do=ENOSPC [on] [never=H] [told=FILE] [count=FILE] -- PROGRAM ...
//
// kinds: W writes, K copies within the system, S waits for the disk, T changes a size, R renames, H gives second names, U removes, M makes folders and changes
// owners and modes, C opens to make or to write, O opens to read, r reads, L locks.
// do: the name of an error; `short`: only half is written or read; `kill`: the program is killed before the call.
// on: all calls from there on fail. never: calls of these kinds fail besides, as on a disk that does not know them. told: what failed is written there. count: so many calls there were.
// Ends with the code of the program, with 137 where it was killed, with 125 where nobody may trace.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <elf.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

// A call: its kind, and what it says where it happens: 'f' a file that is open, 'p' a path, 'a' a path behind a folder.
static const struct call {
    long number;
    char kind, says;
    int argument;
    const char *name;
} calls[] = {
    {SYS_write, 'W', 'f', 0, "write"},          {SYS_pwrite64, 'W', 'f', 0, "pwrite"},
    {SYS_writev, 'W', 'f', 0, "writev"},        {SYS_copy_file_range, 'K', 'f', 2, "copy_file_range"},
    {SYS_sendfile, 'K', 'f', 0, "sendfile"},    {SYS_fsync, 'S', 'f', 0, "fsync"},
    {SYS_fdatasync, 'S', 'f', 0, "fdatasync"},  {SYS_ftruncate, 'T', 'f', 0, "ftruncate"},
    {SYS_fallocate, 'T', 'f', 0, "fallocate"},  {SYS_renameat, 'R', 'a', 2, "renameat"},
    {SYS_renameat2, 'R', 'a', 2, "renameat2"},  {SYS_linkat, 'H', 'a', 2, "linkat"},
    {SYS_unlinkat, 'U', 'a', 0, "unlinkat"},    {SYS_mkdirat, 'M', 'a', 0, "mkdirat"},
    {SYS_fchmod, 'M', 'f', 0, "fchmod"},        {SYS_fchmodat, 'M', 'a', 0, "fchmodat"},
    {SYS_fchown, 'M', 'f', 0, "fchown"},        {SYS_fchownat, 'M', 'a', 0, "fchownat"},
    {SYS_openat, 'O', 'a', 0, "openat"},        {SYS_read, 'r', 'f', 0, "read"},
    {SYS_pread64, 'r', 'f', 0, "pread"},        {SYS_flock, 'L', 'f', 0, "flock"},
    {SYS_fcntl, 'L', 'f', 0, "fcntl"},
#ifdef SYS_open // Newer machines know these only behind a folder.
    {SYS_rename, 'R', 'p', 1, "rename"},        {SYS_link, 'H', 'p', 1, "link"},
    {SYS_unlink, 'U', 'p', 0, "unlink"},        {SYS_rmdir, 'U', 'p', 0, "rmdir"},
    {SYS_mkdir, 'M', 'p', 0, "mkdir"},          {SYS_chmod, 'M', 'p', 0, "chmod"},
    {SYS_chown, 'M', 'p', 0, "chown"},          {SYS_open, 'O', 'p', 0, "open"},
#endif
};
enum { CALLS = sizeof calls / sizeof *calls, LONGEST = 4096 };

static const struct {
    const char *name;
    int number;
} errors[] = {{"ENOSPC", ENOSPC}, {"EDQUOT", EDQUOT}, {"EIO", EIO},       {"EROFS", EROFS},
              {"EMFILE", EMFILE}, {"EACCES", EACCES}, {"EPERM", EPERM}, {"EINTR", EINTR}, {"ENOLCK", ENOLCK}};

static const char *under = "/", *kinds = "W", *never = "", *told, *count, *what = "ENOSPC";
static long at, heard_so_far;
static int is_on, error;

static void of_file(pid_t pid, long fd, char *into) {
    char link[64];
    snprintf(link, sizeof link, "/proc/%d/fd/%ld", pid, fd);
    ssize_t length = readlink(link, into, LONGEST - 1);
    into[length < 0 ? 0 : length] = 0;
}

static void of_path(pid_t pid, long folder, unsigned long name, char *into) {
    char text[LONGEST] = "", base[LONGEST], link[64];
    for (size_t read = 0; read + 64 < LONGEST; read += 64) {
        struct iovec to = {text + read, 64}, from = {(void *)(name + read), 64};
        // A name may end just before memory that is not there.
        while (to.iov_len && process_vm_readv(pid, &to, 1, &from, 1, 0) < 0) from.iov_len = --to.iov_len;
        if (to.iov_len < 64 || memchr(text + read, 0, 64)) break;
    }
    if (text[0] == '/') {
        strcpy(into, text);
        return;
    }
    if ((int)folder == AT_FDCWD) {
        snprintf(link, sizeof link, "/proc/%d/cwd", pid);
        ssize_t length = readlink(link, base, LONGEST - 1);
        base[length < 0 ? 0 : length] = 0;
    } else {
        of_file(pid, folder, base);
    }
    if (strlen(base) + strlen(text) + 2 > LONGEST) text[0] = 0;
    strcat(strcat(strcpy(into, base), "/"), text);
}

// What is asked of the system, and what it is given, on each kind of machine.
#if defined(__x86_64__)
#define ASKED(registers) ((long)(registers).orig_rax)
#define GIVEN(registers) {(registers).rdi, (registers).rsi, (registers).rdx, (registers).r10}
#define THIRD(registers) ((registers).rdx)
#elif defined(__aarch64__)
#define ASKED(registers) ((long)(registers).regs[8])
#define GIVEN(registers) {(registers).regs[0], (registers).regs[1], (registers).regs[2], (registers).regs[3]}
#define THIRD(registers) ((registers).regs[2])
#endif

static void set(pid_t pid, struct user_regs_struct *registers) {
    struct iovec all = {registers, sizeof *registers};
    ptrace(PTRACE_SETREGSET, pid, NT_PRSTATUS, &all);
}

// The call is not made, and its caller hears an error.
static void refuse(pid_t pid, struct user_regs_struct *registers, int why) {
#if defined(__x86_64__)
    registers->orig_rax = -1;
    registers->rax = -why;
#elif defined(__aarch64__)
    int none = -1;
    struct iovec number = {&none, sizeof none};
    ptrace(PTRACE_SETREGSET, pid, NT_ARM_SYSTEM_CALL, &number);
    registers->regs[0] = -why;
#endif
    set(pid, registers);
}

static void hear(pid_t pid) {
    struct user_regs_struct registers;
    struct iovec all = {&registers, sizeof registers};
    if (ptrace(PTRACE_GETREGSET, pid, NT_PRSTATUS, &all) != 0) return;
    const struct call *call = calls;
    while (call < calls + CALLS && call->number != ASKED(registers)) call++;
    if (call == calls + CALLS) return;
    unsigned long given[] = GIVEN(registers);
    char path[LONGEST] = "", kind = call->kind;
    if (call->number == SYS_fcntl && given[1] != F_SETLK && given[1] != F_OFD_SETLK) return;
    if (call->says == 'f') of_file(pid, (int)given[call->argument], path);
    if (call->says == 'p') of_path(pid, AT_FDCWD, given[call->argument], path);
    if (call->says == 'a') of_path(pid, (int)given[call->argument], given[call->argument + 1], path);
    if (kind == 'O' && given[call->says == 'p' ? 1 : 2] & (O_CREAT | O_WRONLY | O_RDWR)) kind = 'C';
    if (strncmp(path, under, strlen(under)) != 0) return;
    if (strchr(never, kind)) return refuse(pid, &registers, EPERM);
    if (!strchr(kinds, kind)) return;
    heard_so_far++;
    if (is_on ? heard_so_far < at : heard_so_far != at) return;
    FILE *file = told ? fopen(told, "a") : NULL;
    if (file) {
        fprintf(file, "%c %s %s\n", kind, call->name, path);
        fclose(file);
    }
    if (strcmp(what, "kill") == 0) {
        kill(pid, SIGKILL);
        return;
    }
    if (strcmp(what, "short") == 0) {
        int is_plain = call->number == SYS_write || call->number == SYS_pwrite64 || kind == 'r';
        if (is_plain && THIRD(registers) > 1) THIRD(registers) /= 2;
        set(pid, &registers);
    } else {
        refuse(pid, &registers, error);
    }
}

static int read_words(int many, char **words) {
    int word = 1;
    for (; word < many && strcmp(words[word], "--") != 0; word++) {
        char *value = strchr(words[word], '=');
        if (value) *value++ = 0;
        if (!value) is_on = 1;
        else if (!strcmp(words[word], "under")) under = value;
        else if (!strcmp(words[word], "kinds")) kinds = value;
        else if (!strcmp(words[word], "never")) never = value;
        else if (!strcmp(words[word], "told")) told = value;
        else if (!strcmp(words[word], "count")) count = value;
        else if (!strcmp(words[word], "do")) what = value;
        else if (!strcmp(words[word], "at")) at = atol(value);
    }
    for (size_t one = 0; one < sizeof errors / sizeof *errors; one++)
        if (!strcmp(errors[one].name, what)) error = errors[one].number;
    return word + 1;
}

static void run(char **words) {
    struct sock_filter filter[CALLS + 3];
    unsigned short line = 0;
    filter[line++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
    for (int one = 0; one < CALLS; one++) {
        unsigned char far = (unsigned char)(CALLS - one);
        filter[line++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)calls[one].number, far, 0);
    }
    filter[line++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    filter[line++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRACE);
    struct sock_fprog program = {line, filter};
    if (ptrace(PTRACE_TRACEME, 0, 0, 0) != 0) _exit(125);
    raise(SIGSTOP);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) _exit(125);
    execvp(words[0], words);
    _exit(127);
}

int main(int many, char **words) {
    int from = read_words(many, words), status, code = 125;
    pid_t first = fork();
    if (first == 0) run(words + from);
    if (waitpid(first, &status, 0) < 0 || !WIFSTOPPED(status)) return 125;
    ptrace(PTRACE_SETOPTIONS, first, 0,
           PTRACE_O_TRACESECCOMP | PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | PTRACE_O_TRACEEXEC |
               PTRACE_O_EXITKILL);
    ptrace(PTRACE_CONT, first, 0, 0);
    for (pid_t pid; (pid = waitpid(-1, &status, __WALL)) > 0;) {
        if (WIFEXITED(status) || WIFSIGNALED(status)) {
            if (pid == first) code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
            continue;
        }
        int event = status >> 16, signal = WSTOPSIG(status);
        if (event == PTRACE_EVENT_SECCOMP) hear(pid);
        int is_own = event != 0 || signal == SIGSTOP || signal == SIGTRAP;
        ptrace(PTRACE_CONT, pid, 0, is_own ? 0 : signal);
    }
    FILE *file = count ? fopen(count, "w") : NULL;
    if (file) {
        fprintf(file, "%ld\n", heard_so_far);
        fclose(file);
    }
    return code;
}
