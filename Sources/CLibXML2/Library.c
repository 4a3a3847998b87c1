// Opening libxml2, and its errors as values.
#include "Library.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

cxml_library cxml_lib;

static char load_failure[256];
static pthread_once_t load_once = PTHREAD_ONCE_INIT;

static void *open_library(void) {
  // The second name is the ABI of libxml2 2.14 and later; what is used here is the same in both.
  void *handle = dlopen("libxml2.so.2", RTLD_NOW | RTLD_LOCAL);
  return handle ? handle : dlopen("libxml2.so.16", RTLD_NOW | RTLD_LOCAL);
}

static void load(void) {
  void *handle = open_library();
  if (!handle) {
    snprintf(load_failure, sizeof load_failure, "The library 'libxml2.so.2' cannot be opened; install libxml2.");
    return;
  }
  const char *missing = NULL;
#define CXML_RESOLVE(name) \
  cxml_lib.name = (__typeof__(cxml_lib.name))dlsym(handle, #name); \
  if (!cxml_lib.name) missing = #name;
  CXML_SYMBOLS(CXML_RESOLVE)
#undef CXML_RESOLVE
  void (**deallocator)(void *) = (void (**)(void *))dlsym(handle, "xmlFree");
  cxml_lib.free = deallocator ? *deallocator : free;
  if (missing) {
    snprintf(load_failure, sizeof load_failure, "The library libxml2 on this machine has no function '%s'.", missing);
    return;
  }
  cxml_lib.xmlInitParser();
}

const char *cxml_load(void) {
  pthread_once(&load_once, load);
  return load_failure[0] ? load_failure : NULL;
}

void cxml_free(char *text) {
  if (text) cxml_lib.free(text);
}

void cxml_error_free(cxml_error *error) {
  free(error->message);
  error->message = NULL;
}

void cxml_fail(cxml_error *error, const char *message) {
  if (error->message) return;
  error->message = strdup(message);
}

/// Keeps the first error that is more than a warning: those that follow are consequences.
#if LIBXML_VERSION >= 21200
static void collect(void *data, const xmlError *found) {
#else
static void collect(void *data, xmlErrorPtr found) {
#endif
  cxml_error *error = data;
  if (!found || found->level < XML_ERR_ERROR || error->message) return;
  error->code = found->code;
  error->line = found->line;
  error->column = found->domain == XML_FROM_XPATH ? found->int1 + 1 : found->int2;
  const char *text = found->message ? found->message : "unknown error";
  size_t length = strlen(text);
  while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == ' ')) length--;
  error->message = strndup(text, length);
}

void cxml_collect_begin(cxml_error *error) {
  *error = (cxml_error){0};
  cxml_lib.xmlSetStructuredErrorFunc(error, collect);
}

void cxml_collect_end(cxml_error *error, const char *otherwise) {
  cxml_lib.xmlSetStructuredErrorFunc(NULL, NULL);
  if (otherwise) cxml_fail(error, otherwise);
}
