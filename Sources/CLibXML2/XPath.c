// XPath 1.0.
#include "Library.h"

static bool register_namespaces(
  xmlXPathContextPtr context, const char *const *namespaces, size_t count) {
  for (size_t index = 0; index < count; index++) {
    const char *prefix = namespaces[2 * index], *uri = namespaces[2 * index + 1];
    if (cxml_lib.xmlXPathRegisterNs(context, cxml_chars(prefix), cxml_chars(uri)) != 0) return false;
  }
  return true;
}

cxml_xpath_result *cxml_xpath(
  cxml_node *context, const char *expression, const char *const *namespaces, size_t count, cxml_error *error) {
  *error = (cxml_error){0};
  xmlNodePtr inner = cxml_in(context);
  xmlXPathContextPtr evaluator =
    inner->type == XML_NAMESPACE_DECL ? NULL : cxml_lib.xmlXPathNewContext(inner->doc);
  if (!evaluator) {
    cxml_fail(error, "An XPath expression needs a node of a document to start from.");
    return NULL;
  }
  xmlXPathObjectPtr result = NULL;
  cxml_collect_begin(error);
  if (namespaces && !register_namespaces(evaluator, namespaces, count)) {
    cxml_fail(error, "A namespace prefix for XPath is empty.");
  } else if (cxml_lib.xmlXPathSetContextNode(inner, evaluator) == 0) {
    result = cxml_lib.xmlXPathEvalExpression(cxml_chars(expression), evaluator);
  }
  cxml_collect_end(error, result ? NULL : "The XPath expression is not valid.");
  cxml_lib.xmlXPathFreeContext(evaluator);
  if (result && error->message) {
    cxml_lib.xmlXPathFreeObject(result);
    return NULL;
  }
  if (result && result->type == XPATH_NODESET && result->nodesetval) {
    cxml_lib.xmlXPathNodeSetSort(result->nodesetval);
  }
  return (cxml_xpath_result *)result;
}

static xmlXPathObjectPtr object(cxml_xpath_result *result) { return (xmlXPathObjectPtr)result; }

cxml_xpath_type cxml_xpath_result_type(cxml_xpath_result *result) {
  switch (object(result)->type) {
    case XPATH_BOOLEAN:
      return CXML_XPATH_BOOLEAN;
    case XPATH_NUMBER:
      return CXML_XPATH_NUMBER;
    case XPATH_STRING:
      return CXML_XPATH_STRING;
    default:
      return CXML_XPATH_NODES;
  }
}

size_t cxml_xpath_count(cxml_xpath_result *result) {
  xmlXPathObjectPtr found = object(result);
  if (found->type != XPATH_NODESET || !found->nodesetval || found->nodesetval->nodeNr < 0) return 0;
  return (size_t)found->nodesetval->nodeNr;
}

cxml_node *cxml_xpath_node(cxml_xpath_result *result, size_t index) {
  return index < cxml_xpath_count(result) ? cxml_out(object(result)->nodesetval->nodeTab[index]) : NULL;
}

bool cxml_xpath_boolean(cxml_xpath_result *result) { return cxml_lib.xmlXPathCastToBoolean(object(result)) != 0; }

double cxml_xpath_number(cxml_xpath_result *result) { return cxml_lib.xmlXPathCastToNumber(object(result)); }

char *cxml_xpath_string(cxml_xpath_result *result) { return (char *)cxml_lib.xmlXPathCastToString(object(result)); }

void cxml_xpath_free(cxml_xpath_result *result) {
  if (result) cxml_lib.xmlXPathFreeObject(object(result));
}
