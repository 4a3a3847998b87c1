// Reading nodes.
#include "Library.h"

cxml_node_type cxml_type(cxml_node *node) {
  xmlElementType type = cxml_in(node)->type;
  if (type == XML_DTD_NODE) return CXML_DOCUMENT_TYPE;
  if (type == XML_ENTITY_DECL) return CXML_ENTITY;
  if (type <= XML_DOCUMENT_FRAG_NODE || type == XML_NAMESPACE_DECL) return (cxml_node_type)type;
  return CXML_NONE;
}

const char *cxml_name(cxml_node *node) {
  xmlNodePtr inner = cxml_in(node);
  switch (inner->type) {
    case XML_ELEMENT_NODE:
    case XML_ATTRIBUTE_NODE:
    case XML_PI_NODE:
    case XML_ENTITY_REF_NODE:
    case XML_DTD_NODE:
    case XML_ENTITY_DECL:
      return (const char *)inner->name;
    case XML_NAMESPACE_DECL:
      return (const char *)((xmlNsPtr)inner)->prefix;
    default:
      return NULL;
  }
}

static xmlNsPtr namespace_of(cxml_node *node) {
  xmlNodePtr inner = cxml_in(node);
  if (inner->type == XML_ELEMENT_NODE) return inner->ns;
  if (inner->type == XML_ATTRIBUTE_NODE) return ((xmlAttrPtr)inner)->ns;
  return NULL;
}

const char *cxml_prefix(cxml_node *node) {
  xmlNsPtr space = namespace_of(node);
  return space ? (const char *)space->prefix : NULL;
}

const char *cxml_namespace_uri(cxml_node *node) {
  xmlNsPtr space = namespace_of(node);
  return space ? (const char *)space->href : NULL;
}

int cxml_line(cxml_node *node) {
  xmlNodePtr inner = cxml_in(node);
  if (!cxml_is_full(inner)) return 0;
  long line = cxml_lib.xmlGetLineNo(inner);
  return line > 0 ? (int)line : 0;
}

const char *cxml_value(cxml_node *node) {
  xmlNodePtr inner = cxml_in(node);
  switch (inner->type) {
    case XML_TEXT_NODE:
    case XML_CDATA_SECTION_NODE:
    case XML_COMMENT_NODE:
    case XML_PI_NODE:
      return inner->content ? (const char *)inner->content : "";
    case XML_NAMESPACE_DECL:
      return (const char *)((xmlNsPtr)inner)->href;
    default:
      return NULL;
  }
}

char *cxml_text(cxml_node *node) { return (char *)cxml_lib.xmlNodeGetContent(cxml_in(node)); }

static xmlNodePtr with_relatives(cxml_node *node) {
  xmlNodePtr inner = cxml_in(node);
  return inner->type == XML_NAMESPACE_DECL ? NULL : inner;
}

static bool may_have_children(xmlNodePtr node) {
  switch (node->type) {
    case XML_ELEMENT_NODE:
    case XML_ATTRIBUTE_NODE:
    case XML_DOCUMENT_NODE:
    case XML_DOCUMENT_FRAG_NODE:
      return true;
    default:
      // The children of an entity reference are the entity's declaration: not part of the tree.
      return false;
  }
}

cxml_node *cxml_parent(cxml_node *node) {
  xmlNodePtr inner = with_relatives(node);
  return inner ? cxml_out(inner->parent) : NULL;
}

cxml_node *cxml_first_child(cxml_node *node) {
  xmlNodePtr inner = with_relatives(node);
  return inner && may_have_children(inner) ? cxml_out(inner->children) : NULL;
}

cxml_node *cxml_last_child(cxml_node *node) {
  xmlNodePtr inner = with_relatives(node);
  return inner && may_have_children(inner) ? cxml_out(inner->last) : NULL;
}

cxml_node *cxml_next(cxml_node *node) {
  xmlNodePtr inner = with_relatives(node);
  return inner && inner->type != XML_DOCUMENT_NODE ? cxml_out(inner->next) : NULL;
}

cxml_node *cxml_previous(cxml_node *node) {
  xmlNodePtr inner = with_relatives(node);
  return inner && inner->type != XML_DOCUMENT_NODE ? cxml_out(inner->prev) : NULL;
}

cxml_node *cxml_first_attribute(cxml_node *element) {
  xmlNodePtr inner = cxml_in(element);
  return inner->type == XML_ELEMENT_NODE ? cxml_out(inner->properties) : NULL;
}

cxml_node *cxml_find_attribute(cxml_node *element, const char *name, const char *uri) {
  xmlNodePtr inner = cxml_in(element);
  if (inner->type != XML_ELEMENT_NODE) return NULL;
  xmlAttrPtr found = cxml_lib.xmlHasNsProp(inner, cxml_chars(name), uri ? cxml_chars(uri) : NULL);
  // A default from the DTD is no node of the tree.
  return found && found->type == XML_ATTRIBUTE_NODE ? cxml_out(found) : NULL;
}

char *cxml_attribute(cxml_node *element, const char *name, const char *uri) {
  xmlNodePtr inner = cxml_in(element);
  if (inner->type != XML_ELEMENT_NODE) return NULL;
  xmlChar *value = uri ? cxml_lib.xmlGetNsProp(inner, cxml_chars(name), cxml_chars(uri))
                       : cxml_lib.xmlGetNoNsProp(inner, cxml_chars(name));
  return (char *)value;
}

bool cxml_namespace_declaration(cxml_node *element, size_t index, const char **prefix, const char **uri) {
  xmlNodePtr inner = cxml_in(element);
  if (inner->type != XML_ELEMENT_NODE) return false;
  xmlNsPtr space = inner->nsDef;
  while (space && index > 0) {
    space = space->next;
    index--;
  }
  if (!space) return false;
  *prefix = (const char *)space->prefix;
  *uri = (const char *)space->href;
  return true;
}

const char *cxml_lookup_namespace(cxml_node *node, const char *prefix) {
  xmlNodePtr inner = with_relatives(node);
  if (!inner) return NULL;
  xmlNsPtr found = cxml_lib.xmlSearchNs(inner->doc, inner, prefix ? cxml_chars(prefix) : NULL);
  return found ? (const char *)found->href : NULL;
}

const char *cxml_lookup_prefix(cxml_node *node, const char *uri) {
  xmlNodePtr inner = with_relatives(node);
  if (!inner) return NULL;
  xmlNsPtr found = cxml_lib.xmlSearchNsByHref(inner->doc, inner, cxml_chars(uri));
  return found ? (const char *)found->prefix : NULL;
}

const char *cxml_public_identifier(cxml_node *node) {
  xmlNodePtr inner = cxml_in(node);
  return inner->type == XML_DTD_NODE ? (const char *)((xmlDtdPtr)inner)->ExternalID : NULL;
}

const char *cxml_system_identifier(cxml_node *node) {
  xmlNodePtr inner = cxml_in(node);
  return inner->type == XML_DTD_NODE ? (const char *)((xmlDtdPtr)inner)->SystemID : NULL;
}

void *cxml_user_data(cxml_node *node) {
  xmlNodePtr inner = with_relatives(node);
  return inner ? inner->_private : NULL;
}

void cxml_set_user_data(cxml_node *node, void *data) {
  xmlNodePtr inner = with_relatives(node);
  if (inner) inner->_private = data;
}
