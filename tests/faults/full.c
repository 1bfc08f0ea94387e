// A disk that is full, at the moment that a story chooses; laid under the program by LD_PRELOAD, so that it works where
// nobody may mount anything. Like a real one it refuses what makes a file larger, and lets what is there be written over.
//
// FULL_UNDER: the folder on that disk.  FULL_FLAG: full as long as this file exists.
// With `.frozen` behind that name the disk takes nothing at all, as one that the system has made read-only.
// With `.failing` behind it the disk takes all and loses it: waiting for it fails. With `.losing` only waiting for data
// does, as the program does behind its log, and not the engine's waiting for whole files.
// FULL_AT: full from the so manieth piece on, counted from 1.  FULL_TOLD: made when something was refused.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

static int pieces;

static int is_on_it(int fd, struct stat *about) {
    const char *under = getenv("FULL_UNDER");
    char link[64], path[4096];
    if (!under || fstat(fd, about) != 0 || !S_ISREG(about->st_mode)) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    return length > 0 && strncmp(path, under, strlen(under)) == 0;
}

// True where the file may not reach so far.
static int is_refused(int fd, off_t end) {
    struct stat about;
    int before = errno;
    const char *flag = getenv("FULL_FLAG"), *at = getenv("FULL_AT"), *told = getenv("FULL_TOLD");
    int refused = 0, frozen = 0;
    char stop[4096];
    snprintf(stop, sizeof stop, "%s.frozen", flag ? flag : "");
    if (is_on_it(fd, &about) && flag && access(stop, F_OK) == 0) {
        frozen = 1;
    } else if (is_on_it(fd, &about) && end > about.st_size) {
        refused = flag && access(flag, F_OK) == 0;
        if (at) refused |= __sync_add_and_fetch(&pieces, 1) >= atoi(at);
    }
    if (refused && told) {
        int made = open(told, O_CREAT | O_WRONLY, 0600);
        if (made >= 0) close(made);
    }
    errno = frozen ? EROFS : refused ? ENOSPC : before;
    return frozen || refused;
}

static off_t place(int fd) {
    int flags = fcntl(fd, F_GETFL);
    struct stat about;
    if (flags >= 0 && (flags & O_APPEND) && fstat(fd, &about) == 0) return about.st_size;
    off_t at = lseek(fd, 0, SEEK_CUR);
    return at < 0 ? 0 : at;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *from, size_t count) {
    return count && is_refused(fd, place(fd) + count) ? -1 : NEXT(write)(fd, from, count);
}

ssize_t writev(int fd, const struct iovec *parts, int many) {
    size_t count = 0;
    for (int part = 0; part < many; part++) count += parts[part].iov_len;
    return count && is_refused(fd, place(fd) + count) ? -1 : NEXT(writev)(fd, parts, many);
}

ssize_t pwrite(int fd, const void *from, size_t count, off_t at) {
    return is_refused(fd, at + count) ? -1 : NEXT(pwrite)(fd, from, count, at);
}

ssize_t pwrite64(int fd, const void *from, size_t count, off64_t at) {
    return is_refused(fd, at + count) ? -1 : NEXT(pwrite64)(fd, from, count, at);
}

int ftruncate(int fd, off_t size) { return is_refused(fd, size) ? -1 : NEXT(ftruncate)(fd, size); }

int ftruncate64(int fd, off64_t size) { return is_refused(fd, size) ? -1 : NEXT(ftruncate64)(fd, size); }

int fallocate(int fd, int mode, off_t at, off_t count) {
    return is_refused(fd, at + count) ? -1 : NEXT(fallocate)(fd, mode, at, count);
}

int posix_fallocate(int fd, off_t at, off_t count) {
    return is_refused(fd, at + count) ? ENOSPC : NEXT(posix_fallocate)(fd, at, count);
}

ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t count, unsigned flags) {
    off_t at = to ? *to : place(out);
    return is_refused(out, at + 1) ? -1 : NEXT(copy_file_range)(in, from, out, to, count, flags);
}

static int is_lost(int fd, const char *how) {
    struct stat about;
    char stop[4096];
    const char *flag = getenv("FULL_FLAG");
    snprintf(stop, sizeof stop, "%s.%s", flag ? flag : "", how);
    if (!is_on_it(fd, &about) || access(stop, F_OK) != 0) return 0;
    errno = EIO;
    return 1;
}

int fdatasync(int fd) { return is_lost(fd, "failing") || is_lost(fd, "losing") ? -1 : NEXT(fdatasync)(fd); }

int fsync(int fd) { return is_lost(fd, "failing") ? -1 : NEXT(fsync)(fd); }
