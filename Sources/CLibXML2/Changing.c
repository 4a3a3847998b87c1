// Changing the tree.
#include "Library.h"

#include <limits.h>
#include <string.h>

cxml_node *cxml_new_element(cxml_document *document, const char *name) {
  return cxml_out(cxml_lib.xmlNewDocRawNode(cxml_doc(document), NULL, cxml_chars(name), NULL));
}

cxml_node *cxml_new_text(cxml_document *document, const char *text) {
  return cxml_out(cxml_lib.xmlNewDocText(cxml_doc(document), cxml_chars(text)));
}

cxml_node *cxml_new_cdata(cxml_document *document, const char *text) {
  int length = 0;
  while (length < INT_MAX && text[length]) length++;
  return cxml_out(cxml_lib.xmlNewCDataBlock(cxml_doc(document), cxml_chars(text), length));
}

cxml_node *cxml_new_comment(cxml_document *document, const char *text) {
  return cxml_out(cxml_lib.xmlNewDocComment(cxml_doc(document), cxml_chars(text)));
}

cxml_node *cxml_new_instruction(cxml_document *document, const char *target, const char *text) {
  return cxml_out(cxml_lib.xmlNewDocPI(cxml_doc(document), cxml_chars(target), text ? cxml_chars(text) : NULL));
}

cxml_node *cxml_new_fragment(cxml_document *document) {
  return cxml_out(cxml_lib.xmlNewDocFragment(cxml_doc(document)));
}

cxml_node *cxml_copy(cxml_node *node, cxml_document *document, bool deep) {
  // 2: the element with its attributes and namespaces, without children.
  return cxml_out(cxml_lib.xmlDocCopyNode(cxml_in(node), cxml_doc(document), deep ? 1 : 2));
}

static xmlNsPtr find_or_declare(xmlNodePtr element, const char *prefix, const char *uri) {
  xmlNsPtr found = cxml_lib.xmlSearchNs(element->doc, element, prefix ? cxml_chars(prefix) : NULL);
  if (found && found->href && strcmp((const char *)found->href, uri) == 0) return found;
  return cxml_lib.xmlNewNs(element, cxml_chars(uri), prefix ? cxml_chars(prefix) : NULL);
}

bool cxml_set_namespace(cxml_node *node, const char *prefix, const char *uri) {
  xmlNodePtr inner = cxml_in(node);
  xmlNodePtr element = inner->type == XML_ATTRIBUTE_NODE ? inner->parent : inner;
  if (!element || element->type != XML_ELEMENT_NODE) return false;
  xmlNsPtr space = uri ? find_or_declare(element, prefix, uri) : NULL;
  if (uri && !space) return false;
  cxml_lib.xmlSetNs(inner, space);
  return true;
}

bool cxml_declare_namespace(cxml_node *element, const char *prefix, const char *uri) {
  xmlNodePtr inner = cxml_in(element);
  if (inner->type != XML_ELEMENT_NODE) return false;
  return cxml_lib.xmlNewNs(inner, cxml_chars(uri), prefix ? cxml_chars(prefix) : NULL) != NULL;
}

static bool keeps_one_root(xmlDocPtr document, xmlNodePtr node) {
  xmlNodePtr root = cxml_lib.xmlDocGetRootElement(document);
  size_t elements = root && root != node ? 1 : 0;
  if (node->type == XML_ELEMENT_NODE) elements++;
  if (node->type == XML_DOCUMENT_FRAG_NODE) {
    for (xmlNodePtr child = node->children; child; child = child->next) elements += child->type == XML_ELEMENT_NODE;
  }
  return elements <= 1;
}

static bool can_hold(xmlNodePtr parent, xmlNodePtr node) {
  if (node->type == XML_NAMESPACE_DECL || node->type == XML_ATTRIBUTE_NODE || node->type == XML_DOCUMENT_NODE) return false;
  if (parent->doc != node->doc) return false;
  switch (parent->type) {
    case XML_ELEMENT_NODE:
    case XML_DOCUMENT_NODE:
    case XML_DOCUMENT_FRAG_NODE:
      break;
    default:
      return false;
  }
  for (xmlNodePtr above = parent; above; above = above->parent) {
    if (above == node) return false;
  }
  return parent->type != XML_DOCUMENT_NODE || keeps_one_root((xmlDocPtr)parent, node);
}

/// Links by hand: `xmlAddChild` merges adjacent texts and frees the node that the caller holds.
static void link_between(xmlNodePtr parent, xmlNodePtr before, xmlNodePtr node, xmlNodePtr after) {
  node->parent = parent;
  node->prev = before;
  node->next = after;
  *(before ? &before->next : &parent->children) = node;
  *(after ? &after->prev : &parent->last) = node;
  // Declarations that the node's names relied on may have stayed behind.
  if (node->type == XML_ELEMENT_NODE) cxml_lib.xmlReconciliateNs(node->doc, node);
}

/// Moves a node, or the children of a fragment, to before `after`, or to the end.
static void move_between(xmlNodePtr parent, xmlNodePtr node, xmlNodePtr after) {
  if (node->type != XML_DOCUMENT_FRAG_NODE) {
    cxml_lib.xmlUnlinkNode(node);
    // Why: taking it out may have changed who stands before.
    link_between(parent, after ? after->prev : parent->last, node, after);
    return;
  }
  while (node->children) move_between(parent, node->children, after);
}

bool cxml_append(cxml_node *parent, cxml_node *node) {
  xmlNodePtr above = cxml_in(parent), inner = cxml_in(node);
  if (above->type == XML_NAMESPACE_DECL || !can_hold(above, inner)) return false;
  move_between(above, inner, NULL);
  return true;
}

bool cxml_insert_before(cxml_node *sibling, cxml_node *node) {
  xmlNodePtr place = cxml_in(sibling), inner = cxml_in(node);
  if (place == inner) return true;
  if (place->type == XML_NAMESPACE_DECL || !place->parent || !can_hold(place->parent, inner)) return false;
  move_between(place->parent, inner, place);
  return true;
}

void cxml_unlink(cxml_node *node) {
  xmlNodePtr inner = cxml_in(node);
  if (inner->type == XML_NAMESPACE_DECL || inner->type == XML_DOCUMENT_NODE) return;
  cxml_lib.xmlUnlinkNode(inner);
  // A name's namespace may be declared on an ancestor that is freed before this node is.
  if (inner->type == XML_ELEMENT_NODE && inner->doc) cxml_lib.xmlReconciliateNs(inner->doc, inner);
}

void cxml_free_node(cxml_node *node) {
  if (!node) return;
  xmlNodePtr inner = cxml_in(node);
  if (inner->parent || inner->type == XML_NAMESPACE_DECL || inner->type == XML_DOCUMENT_NODE) return;
  if (inner->type == XML_ATTRIBUTE_NODE) {
    cxml_lib.xmlFreeProp((xmlAttrPtr)inner);
  } else {
    cxml_lib.xmlFreeNode(inner);
  }
}

void cxml_rename(cxml_node *node, const char *name) {
  if (cxml_name(node)) cxml_lib.xmlNodeSetName(cxml_in(node), cxml_chars(name));
}

void cxml_set_text(cxml_node *node, const char *text) {
  xmlNodePtr inner = cxml_in(node);
  switch (inner->type) {
    case XML_ATTRIBUTE_NODE:
      if (inner->parent) {
        xmlAttrPtr attribute = (xmlAttrPtr)inner;
        if (attribute->ns) {
          cxml_lib.xmlSetNsProp(inner->parent, attribute->ns, attribute->name, cxml_chars(text));
        } else {
          cxml_lib.xmlSetProp(inner->parent, attribute->name, cxml_chars(text));
        }
      }
      break;
    case XML_ELEMENT_NODE:
    case XML_DOCUMENT_FRAG_NODE:
      // Setting would read entity references in the text; adding takes it as it is.
      cxml_lib.xmlNodeSetContent(inner, NULL);
      if (text[0]) cxml_lib.xmlNodeAddContent(inner, cxml_chars(text));
      break;
    case XML_TEXT_NODE:
    case XML_CDATA_SECTION_NODE:
    case XML_COMMENT_NODE:
    case XML_PI_NODE:
      cxml_lib.xmlNodeSetContent(inner, cxml_chars(text));
      break;
    default:
      break;
  }
}

cxml_node *cxml_set_attribute(
  cxml_node *element, const char *prefix, const char *name, const char *uri, const char *value) {
  xmlNodePtr inner = cxml_in(element);
  if (inner->type != XML_ELEMENT_NODE) return NULL;
  if (!uri) return cxml_out(cxml_lib.xmlSetProp(inner, cxml_chars(name), cxml_chars(value)));
  // An attribute without a prefix is in no namespace, so the default declaration cannot serve.
  xmlNsPtr space = prefix ? find_or_declare(inner, prefix, uri) : NULL;
  if (!space) return NULL;
  return cxml_out(cxml_lib.xmlSetNsProp(inner, space, cxml_chars(name), cxml_chars(value)));
}

bool cxml_remove_attribute(cxml_node *element, const char *name, const char *uri) {
  cxml_node *found = cxml_find_attribute(element, name, uri);
  if (!found) return false;
  cxml_lib.xmlUnlinkNode(cxml_in(found));
  cxml_lib.xmlFreeProp((xmlAttrPtr)found);
  return true;
}

bool cxml_append_markup(cxml_node *parent, const char *text, size_t length, cxml_error *error) {
  *error = (cxml_error){0};
  xmlNodePtr inner = cxml_in(parent);
  if (inner->type != XML_ELEMENT_NODE || length > INT_MAX) {
    cxml_fail(error, "XML content can be appended to an element only.");
    return false;
  }
  xmlNodePtr list = NULL;
  cxml_collect_begin(error);
  xmlParserErrors code =
    cxml_lib.xmlParseInNodeContext(inner, text, (int)length, XML_PARSE_NONET | XML_PARSE_BIG_LINES, &list);
  cxml_collect_end(error, code == XML_ERR_OK ? NULL : "The text is not well-formed XML content.");
  if (error->message) {
    if (list) cxml_lib.xmlFreeNodeList(list);
    return false;
  }
  while (list) {
    xmlNodePtr next = list->next;
    list->next = list->prev = NULL;
    link_between(inner, inner->last, list, NULL);
    list = next;
  }
  return true;
}
