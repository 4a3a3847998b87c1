#define _GNU_SOURCE
#include "CEditLine.h"

#include <histedit.h>
#include <locale.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

_Static_assert(sizeof(wchar_t) == sizeof(uint32_t), "wchar_t must hold a Unicode scalar");

struct CEditLine {
  EditLine *engine;
  FILE *input;
  FILE *unseen;
  CEditLineCallbacks callbacks;
};

static const wchar_t function_name[] = L"gpsh-function";

static CEditLine *owner(EditLine *engine) {
  void *data = NULL;
  el_wget(engine, EL_CLIENTDATA, &data);
  return data;
}

static ssize_t swallow(void *cookie, const char *bytes, size_t count) {
  CEditLine *editor = cookie;
  if (memchr(bytes, '\a', count) != NULL) editor->callbacks.ring(editor->callbacks.context);
  return (ssize_t)count;
}

static wchar_t *no_prompt(EditLine *engine) {
  (void)engine;
  static wchar_t empty[] = L"";
  return empty;
}

static int read_scalar(EditLine *engine, wchar_t *scalar) {
  CEditLine *editor = owner(engine);
  uint32_t value = 0;
  int result = editor->callbacks.read(editor->callbacks.context, &value);
  *scalar = (wchar_t)value;
  return result;
}

// libedit hands a command the last character of the sequence that led to it: our number.
static unsigned char run_function(EditLine *engine, wint_t last) {
  CEditLine *editor = owner(engine);
  return (unsigned char)editor->callbacks.run(editor->callbacks.context, (uint32_t)last - CEDITLINE_FUNCTION_BASE);
}

// Outside a UTF-8 locale libedit takes the bytes 0x80 to 0xff for meta keys, and wcwidth knows ASCII only.
static void set_locale(void) {
  if (setlocale(LC_CTYPE, "C.UTF-8") == NULL) setlocale(LC_CTYPE, "");
}

static void use_utf8(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, set_locale);
}

static void configure(CEditLine *editor, int use_vi) {
  EditLine *engine = editor->engine;
  el_wset(engine, EL_CLIENTDATA, editor);
  el_wset(engine, EL_TERMINAL, "dumb");
  // libedit's signal handler sends every signal to the whole process group.
  el_wset(engine, EL_SIGNAL, 0);
  el_wset(engine, EL_PROMPT, no_prompt);
  el_wset(engine, EL_GETCFN, read_scalar);
  el_wset(engine, EL_EDITOR, use_vi ? L"vi" : L"emacs");
  el_wset(engine, EL_ADDFN, function_name, L"a function of gpsh", run_function);
  // Ctrl-C, Ctrl-S and Ctrl-V are keys while a line is edited.
  el_wset(engine, EL_SETTY, L"-d", L"-isig", NULL);
  el_wset(engine, EL_SETTY, L"-d", L"-ixon", NULL);
  el_wset(engine, EL_SETTY, L"-d", L"-iexten", NULL);
  // Line ends arrive as they were sent, so that a pasted CR LF is one.
  el_wset(engine, EL_SETTY, L"-d", L"-icrnl", NULL);
  el_wset(engine, EL_SETTY, L"-d", L"-inlcr", NULL);
}

CEditLine *ceditline_open(const char *program, int descriptor, int use_vi, CEditLineCallbacks callbacks) {
  use_utf8();
  CEditLine *editor = calloc(1, sizeof *editor);
  if (editor == NULL) return NULL;
  editor->callbacks = callbacks;
  editor->unseen = fopencookie(editor, "w", (cookie_io_functions_t){.write = swallow});
  int copy = dup(descriptor);
  editor->input = copy < 0 ? NULL : fdopen(copy, "r");
  if (editor->unseen != NULL && editor->input != NULL) {
    // The streams say where libedit draws, the descriptors which terminal it sets.
    editor->engine = el_init_fd(
      program, editor->input, editor->unseen, editor->unseen, descriptor, descriptor, descriptor);
  }
  if (editor->engine == NULL) {
    ceditline_close(editor);
    return NULL;
  }
  configure(editor, use_vi);
  return editor;
}

void ceditline_close(CEditLine *editor) {
  if (editor->engine != NULL) el_end(editor->engine);
  if (editor->unseen != NULL) fclose(editor->unseen);
  if (editor->input != NULL) fclose(editor->input);
  free(editor);
}

int ceditline_read(CEditLine *editor) {
  int count = 0;
  return el_wgets(editor->engine, &count) == NULL ? -1 : count;
}

// In vi mode the cursor can lie outside the text.
CEditLineText ceditline_text(CEditLine *editor) {
  const LineInfoW *line = el_wline(editor->engine);
  ptrdiff_t count = line->lastchar > line->buffer ? line->lastchar - line->buffer : 0;
  ptrdiff_t cursor = line->cursor - line->buffer;
  if (cursor < 0) cursor = 0;
  if (cursor > count) cursor = count;
  return (CEditLineText){(const uint32_t *)line->buffer, count, cursor};
}

static void move_to(CEditLine *editor, ptrdiff_t cursor) {
  el_cursor(editor->engine, (int)(cursor - ceditline_text(editor).cursor));
}

void ceditline_replace(
  CEditLine *editor, ptrdiff_t start, ptrdiff_t removed, const uint32_t *zero_terminated, ptrdiff_t cursor) {
  if (removed > 0) {
    move_to(editor, start + removed);
    el_deletestr(editor->engine, (int)removed);
  } else {
    move_to(editor, start);
  }
  if (zero_terminated[0] != 0) el_winsertstr(editor->engine, (const wchar_t *)zero_terminated);
  move_to(editor, cursor);
}

void ceditline_bind_function(CEditLine *editor, uint32_t number) {
  wchar_t keys[] = {CEDITLINE_LEAD, (wchar_t)(CEDITLINE_FUNCTION_BASE + number), 0};
  el_wset(editor->engine, EL_BIND, keys, function_name, NULL);
  el_wset(editor->engine, EL_BIND, L"-a", keys, function_name, NULL);
}

void ceditline_bind_command_key(CEditLine *editor, uint32_t key, uint32_t number) {
  wchar_t keys[] = {(wchar_t)key, 0};
  wchar_t meaning[] = {CEDITLINE_LEAD, (wchar_t)(CEDITLINE_FUNCTION_BASE + number), 0};
  el_wset(editor->engine, EL_BIND, L"-a", L"-s", keys, meaning, NULL);
}

void ceditline_unbind(CEditLine *editor, uint32_t key) {
  wchar_t keys[] = {(wchar_t)key, 0};
  el_wset(editor->engine, EL_BIND, L"-r", keys, NULL);
}

// A file that says `edit off` would let libedit read plain lines with our scalars in them.
int ceditline_source(CEditLine *editor, const char *path) {
  int result = el_source(editor->engine, path);
  el_wset(editor->engine, EL_EDITMODE, 1);
  return result;
}

// Raw mode is set only by a change of mode, so the other one comes first.
void ceditline_continued(CEditLine *editor) {
  el_wset(editor->engine, EL_PREP_TERM, 0);
  el_wset(editor->engine, EL_PREP_TERM, 1);
}

// el_resize alone keeps the old cursor although the display arrays shrank, and the next typed character is written
// outside them; the refresh puts the cursor back inside.
void ceditline_resized(CEditLine *editor) {
  el_resize(editor->engine);
  el_wset(editor->engine, EL_REFRESH);
}

int ceditline_width(uint32_t scalar) {
  use_utf8();
  return wcwidth((wchar_t)scalar);
}
