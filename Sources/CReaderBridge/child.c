#define _GNU_SOURCE

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/mman.h>
#include <sys/syscall.h>
#endif

#include "creader_bridge.h"

/// A file without a name that holds the input: a pipe cannot be sought in, and PDF is read from its end.
static int input_file(const uint8_t *bytes, size_t count) {
#if defined(__linux__)
    int file = memfd_create("policytext", MFD_CLOEXEC);
#else
    FILE *stream = tmpfile();
    int file = stream == NULL ? -1 : dup(fileno(stream));
    if (stream != NULL) fclose(stream);
#endif
    if (file < 0) return -1;
    while (count > 0) {
        ssize_t written = write(file, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) {
            close(file);
            return -1;
        }
        bytes += written;
        count -= (size_t)written;
    }
    if (lseek(file, 0, SEEK_SET) != 0) {
        close(file);
        return -1;
    }
    return file;
}

/// The program's path; looked for before the fork, because what runs between fork and exec may not take memory.
static bool find_program(const char *name, char *path, size_t room) {
    const char *folders = getenv("PATH");
    if (folders == NULL) folders = "/usr/local/bin:/usr/bin:/bin";
    while (*folders != 0) {
        size_t length = strcspn(folders, ":");
        // An empty folder would mean the current one: nothing that lies beside a notice is run.
        if (length > 0 && folders[0] == '/' && (size_t)snprintf(path, room, "%.*s/%s", (int)length, folders, name) < room
            && access(path, X_OK) == 0)
            return true;
        folders += length + (folders[length] == ':');
    }
    return false;
}

static void limit(int resource, rlim_t value) {
    struct rlimit limits = {value, value};
    setrlimit(resource, &limits);
}

static void close_others(void) {
#if defined(__linux__) && defined(SYS_close_range)
    if (syscall(SYS_close_range, 3U, ~0U, 0U) == 0) return;
#endif
    for (int file = 3; file < 4096; file++) close(file);
}

_Noreturn static void run_child(
    const char *path, const char *const *arguments, int input, int output, int errors, cchild_limits limits) {
    static char *const environment[] = {"LC_ALL=C", "HOME=/", NULL};
    if (dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(errors, 2) < 0) _exit(126);
    close_others();
    limit(RLIMIT_AS, limits.memory_bytes);
    limit(RLIMIT_CPU, limits.milliseconds / 1000 + 1);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CORE, 0);
    signal(SIGPIPE, SIG_DFL);
    execve(path, (char *const *)arguments, environment);
    _exit(127);
}

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/// Reads both pipes until they close, the time is up or the output is too long.
static void collect(cchild_result *result, int output, int errors, cchild_limits limits) {
    int64_t deadline = now() + limits.milliseconds;
    size_t room = 0, errors_count = 0;
    struct pollfd files[2] = {{output, POLLIN, 0}, {errors, POLLIN, 0}};
    while (files[0].fd >= 0 || files[1].fd >= 0) {
        int64_t left = deadline - now();
        if (left <= 0) {
            result->end = cchild_timed_out;
            return;
        }
        if (poll(files, 2, (int)left) < 0 && errno != EINTR) return;
        if (files[0].fd >= 0 && files[0].revents != 0) {
            if (room - result->output_count < (1 << 16)) {
                size_t larger = room == 0 ? 1 << 17 : room * 2;
                uint8_t *grown = realloc(result->output, larger);
                if (grown == NULL) {
                    result->end = cchild_failed;
                    return;
                }
                result->output = grown;
                room = larger;
            }
            ssize_t length = read(output, result->output + result->output_count, room - result->output_count);
            if (length > 0) result->output_count += (size_t)length;
            if (length == 0 || (length < 0 && errno != EINTR)) files[0].fd = -1;
            if (result->output_count > limits.output_bytes) {
                result->end = cchild_output_limit;
                return;
            }
        }
        if (files[1].fd >= 0 && files[1].revents != 0) {
            char rest[512];
            bool full = errors_count >= sizeof result->errors - 1;
            ssize_t length = full ? read(errors, rest, sizeof rest)
                                  : read(errors, result->errors + errors_count, sizeof result->errors - 1 - errors_count);
            if (length > 0 && !full) errors_count += (size_t)length;
            if (length == 0 || (length < 0 && errno != EINTR)) files[1].fd = -1;
        }
    }
}

static void finish(cchild_result *result, pid_t child) {
    if (result->end != cchild_exited) kill(child, SIGKILL);
    int status = 0;
    while (waitpid(child, &status, 0) < 0) {
        if (errno == EINTR) continue;
        // Somebody else waited for it: a program that ignores SIGCHLD has no exit codes.
        return;
    }
    if (result->end != cchild_exited) return;
    if (WIFSIGNALED(status)) {
        result->end = WTERMSIG(status) == SIGXCPU ? cchild_timed_out : cchild_signalled;
        result->code = WTERMSIG(status);
    } else {
        result->code = WEXITSTATUS(status);
    }
}

cchild_result cchild_run(
    const char *const *arguments, const uint8_t *input, size_t input_count, cchild_limits limits) {
    cchild_result result;
    memset(&result, 0, sizeof result);
    char path[4096];
    if (!find_program(arguments[0], path, sizeof path)) {
        result.end = cchild_missing;
        return result;
    }
    result.end = cchild_failed;
    int output[2] = {-1, -1}, errors[2] = {-1, -1};
    int file = input_file(input, input_count);
    pid_t child = -1;
    if (file >= 0 && pipe(output) == 0 && pipe(errors) == 0) {
        for (int i = 0; i < 2; i++) {
            fcntl(output[i], F_SETFD, FD_CLOEXEC);
            fcntl(errors[i], F_SETFD, FD_CLOEXEC);
        }
        child = fork();
        if (child == 0) run_child(path, arguments, file, output[1], errors[1], limits);
    }
    if (file >= 0) close(file);
    if (output[1] >= 0) close(output[1]);
    if (errors[1] >= 0) close(errors[1]);
    if (child > 0) {
        result.end = cchild_exited;
        collect(&result, output[0], errors[0], limits);
        finish(&result, child);
    }
    if (output[0] >= 0) close(output[0]);
    if (errors[0] >= 0) close(errors[0]);
    return result;
}

void cchild_free(cchild_result *result) {
    free(result->output);
    result->output = NULL;
}
