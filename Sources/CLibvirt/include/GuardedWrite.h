#ifndef GPSH_GUARDEDWRITE_H
#define GPSH_GUARDEDWRITE_H

// A write that the kernel may never finish.
//
// It is here, in C, because between `fork` and `_exit` only calls that are safe in a copy of one thread may be made.

#include <stddef.h>

/// What became of the write: done, refused with an error number, or not finished at the deadline.
typedef enum { GUARDED_WRITE_DONE = 0, GUARDED_WRITE_FAILED = 1, GUARDED_WRITE_LEFT_BEHIND = 2 } guarded_write_outcome;

/// Opens `path` and writes all bytes in one call, in a process of its own, and waits at most `timeout_milliseconds`.
///
/// After that the process is left behind, alone in its session, and is not killed: a signal would make the kernel's wait
/// uninterruptible. It holds nothing of ours but `kept_descriptor` (-1: nothing), whose lock therefore outlives the
/// caller until the write ends. `error_number` gets the error of opening or writing, and EIO for a short write.
guarded_write_outcome guarded_write(
  const char *path, const void *bytes, size_t length, int timeout_milliseconds, int kept_descriptor, int *error_number);

#endif
