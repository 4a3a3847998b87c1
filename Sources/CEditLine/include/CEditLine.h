#ifndef GPSH_CEDITLINE_H
#define GPSH_CEDITLINE_H

#include <stddef.h>
#include <stdint.h>

// libedit for Swift. Swift cannot call variadic C functions, and el_set, el_wset and el_wget are: each use of theirs
// has a function with fixed arguments here. wchar_t is shown as uint32_t, a Unicode scalar. What libedit draws is thrown
// away, since the editor draws itself; a bell in it is passed on.

/// One libedit editor that is bound to a terminal. It belongs to one thread.
typedef struct CEditLine CEditLine;

/// What libedit shall do after a function of ours has run (its CC_ codes).
typedef enum {
  CEditLineNextNothing = 0,
  CEditLineNextAccept = 1,
  CEditLineNextEnd = 2,
  CEditLineNextRefresh = 4,
} CEditLineNext;

typedef struct {
  void *context;
  /// Waits for the next scalar: 1 when there is one, 0 at the end of input, -1 on an error.
  int (*read)(void *context, uint32_t *scalar);
  /// Runs the function that `ceditline_bind_function` bound under `number`.
  CEditLineNext (*run)(void *context, uint32_t number);
  /// libedit wants to ring.
  void (*ring)(void *context);
} CEditLineCallbacks;

/// A view of libedit's buffer, valid until the next call.
typedef struct {
  const uint32_t *scalars;
  ptrdiff_t count;
  ptrdiff_t cursor;
} CEditLineText;

/// The first scalar of the two that stand for a function key; the second is CEDITLINE_FUNCTION_BASE + its number.
/// libedit looks up sequences only when they start below U+0100, and U+0080 is never typed.
#define CEDITLINE_LEAD 0x80u
#define CEDITLINE_FUNCTION_BASE 0xE000u
#define CEDITLINE_FUNCTION_LIMIT 0x1000u

/// Opens an editor on the terminal `descriptor`; NULL when libedit refuses it. `use_vi` picks libedit's vi key map.
CEditLine *ceditline_open(const char *program, int descriptor, int use_vi, CEditLineCallbacks callbacks);
void ceditline_close(CEditLine *editor);

/// Reads one line; the terminal is raw meanwhile. Returns the number of scalars, 0 or less when none was accepted.
int ceditline_read(CEditLine *editor);

CEditLineText ceditline_text(CEditLine *editor);
/// Puts `count` scalars, which end with a zero, in place of `removed` scalars that start at `start`; then moves the cursor.
void ceditline_replace(
  CEditLine *editor, ptrdiff_t start, ptrdiff_t removed, const uint32_t *zero_terminated, ptrdiff_t cursor);

/// Makes lead + number run the callback, in the main and in vi's command map.
void ceditline_bind_function(CEditLine *editor, uint32_t number);
/// Makes `key` in vi's command map do what lead + number does.
void ceditline_bind_command_key(CEditLine *editor, uint32_t key, uint32_t number);
/// Takes libedit's own meaning from a control key of its main map.
void ceditline_unbind(CEditLine *editor, uint32_t key);
/// Reads the user's editrc file; NULL means the usual one. Returns 0 when it was read.
int ceditline_source(CEditLine *editor, const char *path);

/// Sets the terminal up again after the process was stopped.
void ceditline_continued(CEditLine *editor);
/// Tells libedit that the terminal has another size.
void ceditline_resized(CEditLine *editor);

/// The columns a scalar takes on a terminal; -1 for a control character.
int ceditline_width(uint32_t scalar);

/// Starts to watch for a changed size and for being continued; the descriptor returned becomes readable then.
///
/// Until `ceditline_unwatch`, SIGTERM and SIGHUP first give the terminal back, then do what they would have done.
int ceditline_watch(int terminal);
void ceditline_unwatch(void);

#endif
