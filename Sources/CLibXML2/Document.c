// Documents: reading, declaration, writing.
#include "Library.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

static xmlChar empty[] = "";

/// Entities that stand in another file or behind a network address are empty for us, whoever asks for them.
///
/// Why here: a refusal at the look-up is not enough, the parser then looks into the document by itself.
static void declare_entity(
  void *context, const xmlChar *name, int type, const xmlChar *public_id, const xmlChar *system_id, xmlChar *content) {
  switch (type) {
    case XML_INTERNAL_GENERAL_ENTITY:
    case XML_INTERNAL_PARAMETER_ENTITY:
      cxml_lib.xmlSAX2EntityDecl(context, name, type, public_id, system_id, content);
      break;
    case XML_EXTERNAL_PARAMETER_ENTITY:
      cxml_lib.xmlSAX2EntityDecl(context, name, XML_INTERNAL_PARAMETER_ENTITY, NULL, NULL, empty);
      break;
    default:
      cxml_lib.xmlSAX2EntityDecl(context, name, XML_INTERNAL_GENERAL_ENTITY, NULL, NULL, empty);
      break;
  }
}

static int parser_options(int options) {
  // Not XML_PARSE_HUGE: libxml2's own limits on depth, length and entity growth stay on.
  int result = XML_PARSE_NONET | XML_PARSE_BIG_LINES;
  if (options & CXML_READ_SUBSTITUTE_ENTITIES) result |= XML_PARSE_NOENT;
  if (options & CXML_READ_DROP_BLANKS) result |= XML_PARSE_NOBLANKS;
  return result;
}

cxml_document *cxml_parse(const char *text, size_t length, const char *encoding, int options, cxml_error *error) {
  *error = (cxml_error){0};
  const char *failure = cxml_load();
  if (failure || length > INT_MAX) {
    cxml_fail(error, failure ? failure : "The XML text is longer than 2 GiB.");
    return NULL;
  }
  xmlParserCtxtPtr context = cxml_lib.xmlNewParserCtxt();
  if (!context) {
    cxml_fail(error, "There is no memory for an XML parser.");
    return NULL;
  }
  context->sax->entityDecl = declare_entity;
  context->sax->unparsedEntityDecl = NULL;
  context->sax->externalSubset = NULL;
  cxml_collect_begin(error);
  xmlDocPtr document =
    cxml_lib.xmlCtxtReadMemory(context, text, (int)length, NULL, encoding, parser_options(options));
  cxml_collect_end(error, document ? NULL : "The text is not well-formed XML.");
  cxml_lib.xmlFreeParserCtxt(context);
  // A document can come back although an error was seen (an undeclared namespace prefix): that is an error here.
  if (document && error->message) {
    cxml_lib.xmlFreeDoc(document);
    return NULL;
  }
  return (cxml_document *)document;
}

cxml_document *cxml_document_new(cxml_error *error) {
  *error = (cxml_error){0};
  const char *failure = cxml_load();
  xmlDocPtr document = failure ? NULL : cxml_lib.xmlNewDoc(cxml_chars("1.0"));
  if (!document) cxml_fail(error, failure ? failure : "There is no memory for an XML document.");
  // As after reading a text without a declaration.
  if (document) document->standalone = -2;
  return (cxml_document *)document;
}

cxml_document *cxml_document_copy(cxml_document *document) {
  return (cxml_document *)cxml_lib.xmlCopyDoc(cxml_doc(document), 1);
}

void cxml_document_free(cxml_document *document) {
  if (document) cxml_lib.xmlFreeDoc(cxml_doc(document));
}

cxml_node *cxml_document_node(cxml_document *document) { return cxml_out(document); }

cxml_document *cxml_document_of(cxml_node *node) {
  xmlNodePtr inner = cxml_in(node);
  return inner->type == XML_NAMESPACE_DECL ? NULL : (cxml_document *)inner->doc;
}

cxml_node *cxml_document_element(cxml_document *document) {
  return cxml_out(cxml_lib.xmlDocGetRootElement(cxml_doc(document)));
}

const char *cxml_document_version(cxml_document *document) {
  return cxml_doc(document)->standalone == -2 ? NULL : (const char *)cxml_doc(document)->version;
}

const char *cxml_document_encoding(cxml_document *document) {
  return cxml_doc(document)->standalone == -2 ? NULL : (const char *)cxml_doc(document)->encoding;
}

int cxml_document_standalone(cxml_document *document) { return cxml_doc(document)->standalone; }

static void replace(const xmlChar **place, const char *text) {
  if (*place) cxml_lib.free((void *)*place);
  *place = text ? cxml_lib.xmlStrdup(cxml_chars(text)) : NULL;
}

void cxml_document_set_declaration(
  cxml_document *document, const char *version, const char *encoding, int standalone) {
  xmlDocPtr inner = cxml_doc(document);
  replace(&inner->version, version);
  replace(&inner->encoding, encoding);
  inner->standalone = standalone;
}

char *cxml_serialise(cxml_node *node, int options) {
  int save = XML_SAVE_AS_XML;
  if (options & CXML_WRITE_INDENTED) save |= XML_SAVE_FORMAT;
  if (options & CXML_WRITE_NO_DECLARATION) save |= XML_SAVE_NO_DECL;
  if (options & CXML_WRITE_NO_EMPTY_TAGS) save |= XML_SAVE_NO_EMPTY;
  xmlNodePtr inner = cxml_in(node);
  if (inner->type == XML_NAMESPACE_DECL) return NULL;
  xmlBufferPtr buffer = cxml_lib.xmlBufferCreate();
  // The encoding is forced: without it, everything outside ASCII would become character references.
  xmlSaveCtxtPtr context = buffer ? cxml_lib.xmlSaveToBuffer(buffer, "UTF-8", save) : NULL;
  char *text = NULL;
  if (context) {
    if (inner->type == XML_DOCUMENT_NODE) {
      cxml_lib.xmlSaveDoc(context, (xmlDocPtr)inner);
    } else {
      cxml_lib.xmlSaveTree(context, inner);
    }
    cxml_lib.xmlSaveClose(context);
    // An empty result has no buffer to detach.
    text = cxml_lib.xmlBufferLength(buffer) > 0 ? (char *)cxml_lib.xmlBufferDetach(buffer)
                                                : (char *)cxml_lib.xmlStrdup(cxml_chars(""));
  }
  if (buffer) cxml_lib.xmlBufferFree(buffer);
  return text;
}
