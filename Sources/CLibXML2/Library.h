// The table of libxml2's functions, and the conversions between our names and its.
#ifndef GPSH_CLIBXML2_LIBRARY_H
#define GPSH_CLIBXML2_LIBRARY_H

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlsave.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "CLibXML2.h"

// Every function that is used, once: the type comes from libxml2's own header, the address from the opened library.
#define CXML_SYMBOLS(SYMBOL) \
  SYMBOL(xmlInitParser) SYMBOL(xmlSetStructuredErrorFunc) \
  SYMBOL(xmlNewParserCtxt) SYMBOL(xmlFreeParserCtxt) SYMBOL(xmlCtxtReadMemory) \
  SYMBOL(xmlSAX2EntityDecl) SYMBOL(xmlParseInNodeContext) \
  SYMBOL(xmlNewDoc) SYMBOL(xmlCopyDoc) SYMBOL(xmlFreeDoc) SYMBOL(xmlDocGetRootElement) SYMBOL(xmlStrdup) \
  SYMBOL(xmlNewDocRawNode) SYMBOL(xmlNewDocText) SYMBOL(xmlNewCDataBlock) SYMBOL(xmlNewDocComment) \
  SYMBOL(xmlNewDocPI) SYMBOL(xmlNewDocFragment) SYMBOL(xmlDocCopyNode) SYMBOL(xmlFreeNode) SYMBOL(xmlFreeNodeList) \
  SYMBOL(xmlFreeProp) SYMBOL(xmlUnlinkNode) SYMBOL(xmlReconciliateNs) SYMBOL(xmlNodeSetName) \
  SYMBOL(xmlNodeGetContent) SYMBOL(xmlNodeSetContent) SYMBOL(xmlNodeAddContent) SYMBOL(xmlGetLineNo) \
  SYMBOL(xmlSearchNs) SYMBOL(xmlSearchNsByHref) SYMBOL(xmlNewNs) SYMBOL(xmlSetNs) \
  SYMBOL(xmlHasNsProp) SYMBOL(xmlGetNoNsProp) SYMBOL(xmlGetNsProp) SYMBOL(xmlSetProp) SYMBOL(xmlSetNsProp) \
  SYMBOL(xmlBufferCreate) SYMBOL(xmlBufferFree) SYMBOL(xmlBufferDetach) SYMBOL(xmlBufferLength) \
  SYMBOL(xmlSaveToBuffer) SYMBOL(xmlSaveDoc) SYMBOL(xmlSaveTree) SYMBOL(xmlSaveClose) \
  SYMBOL(xmlXPathNewContext) SYMBOL(xmlXPathFreeContext) SYMBOL(xmlXPathRegisterNs) SYMBOL(xmlXPathSetContextNode) \
  SYMBOL(xmlXPathEvalExpression) SYMBOL(xmlXPathFreeObject) SYMBOL(xmlXPathCastToBoolean) \
  SYMBOL(xmlXPathCastToNumber) SYMBOL(xmlXPathCastToString) SYMBOL(xmlXPathNodeSetSort)

typedef struct {
#define CXML_MEMBER(name) __typeof__(&name) name;
  CXML_SYMBOLS(CXML_MEMBER)
#undef CXML_MEMBER
  /// libxml2's deallocator is a variable, not a function.
  void (*free)(void *);
} cxml_library;

/// Filled by `cxml_load`; nothing can hold a document before that succeeded.
extern cxml_library cxml_lib;

/// Collects the first error of what follows on this thread; end with `cxml_collect_end`.
void cxml_collect_begin(cxml_error *error);
void cxml_collect_end(cxml_error *error, const char *otherwise);

/// Sets an error of our own.
void cxml_fail(cxml_error *error, const char *message);

static inline xmlNodePtr cxml_in(cxml_node *node) { return (xmlNodePtr)node; }
static inline cxml_node *cxml_out(void *node) { return (cxml_node *)node; }
static inline xmlDocPtr cxml_doc(cxml_document *document) { return (xmlDocPtr)document; }
static inline const xmlChar *cxml_chars(const char *text) { return (const xmlChar *)text; }

/// True for what has the members of `xmlNode` beyond the first six: not for attributes, documents, namespaces, DTDs.
static inline bool cxml_is_full(xmlNodePtr node) {
  switch (node->type) {
    case XML_ELEMENT_NODE:
    case XML_TEXT_NODE:
    case XML_CDATA_SECTION_NODE:
    case XML_ENTITY_REF_NODE:
    case XML_PI_NODE:
    case XML_COMMENT_NODE:
    case XML_DOCUMENT_FRAG_NODE:
      return true;
    default:
      return false;
  }
}

#endif
