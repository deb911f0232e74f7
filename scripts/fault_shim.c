/* Loaded into a broker by scripts/faults: makes one write short, or syncs that do nothing.
 *
 *     COLLOQUE_SHORT=PATH:WHEN:THEN   the WHEN-th write to a file whose path contains PATH stores only its first half;
 *                                     THEN says what comes next: "go" (it goes on), "kill", or the errno of the next
 *                                     write to that file ("28" no space, "5" input/output error)
 *     COLLOQUE_NO_SYNC=1              fsync and fdatasync answer 0 and do nothing
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static char part[256], then_[16];
static long when;
static int no_sync;
static atomic_long calls;
static atomic_int failing = -1;

__attribute__((constructor)) static void begin(void) {
    const char *text = getenv("COLLOQUE_SHORT");
    no_sync = getenv("COLLOQUE_NO_SYNC") != NULL;
    if (text && sscanf(text, "%255[^:]:%ld:%15s", part, &when, then_) != 3) abort();
}

static int concerns(int file) {
    char name[64], path[4096];
    if (!when) return 0;
    snprintf(name, sizeof name, "/proc/self/fd/%d", file);
    ssize_t length = readlink(name, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return strstr(path, part) != NULL;
}

/* How much of a write is stored; -1 with errno for none. */
static ssize_t cut(int file, size_t count) {
    if (!concerns(file)) return count;
    if (failing == file) {
        errno = atoi(then_);
        return -1;
    }
    if (atomic_fetch_add(&calls, 1) + 1 != when || count < 2) return count;
    dprintf(2, "shim: short write\n");
    if (atoi(then_)) failing = file;
    return count / 2;
}

static ssize_t done(size_t wanted, size_t stored, ssize_t result) {
    if (stored < wanted && !strcmp(then_, "kill")) kill(getpid(), SIGKILL);
    return result;
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off_t offset) {
    ssize_t length = cut(file, count);
    return length < 0 ? -1 : done(count, length, syscall(SYS_pwrite64, file, bytes, length, offset));
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) { return pwrite64(file, bytes, count, offset); }

ssize_t write(int file, const void *bytes, size_t count) {
    ssize_t length = cut(file, count);
    return length < 0 ? -1 : done(count, length, syscall(SYS_write, file, bytes, length));
}

int fsync(int file) { return no_sync ? 0 : syscall(SYS_fsync, file); }

int fdatasync(int file) { return no_sync ? 0 : syscall(SYS_fdatasync, file); }
