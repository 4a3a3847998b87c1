#ifndef GPSH_CLIBXML2_H
#define GPSH_CLIBXML2_H

// libxml2 without its headers and without linking it: the library is opened at the first parse or the first new
// document, because it drags ICU in and would cost every start of the shell.
//
// Rules of the whole interface:
// - Strings are UTF-8 and end with NUL. A `const char *` result belongs to the document and lives until the node
//   changes; a `char *` result belongs to the caller, who gives it back to `cxml_free`.
// - A node belongs to its document. `cxml_unlink` takes it out of the tree; it then lives until `cxml_free_node`, or for
//   ever if nobody calls that. No node may be used after `cxml_document_free`.
// - No function is variadic, none writes to standard error, none goes to the network or to another file.
// - A document and its nodes may be used by one thread at a time.

#include <stdbool.h>
#include <stddef.h>

#if defined(__clang__)
#pragma clang assume_nonnull begin
#endif

typedef struct cxml_document cxml_document;
typedef struct cxml_node cxml_node;
typedef struct cxml_xpath_result cxml_xpath_result;

/// What went wrong first, and where. Line and column count from 1; 0 means unknown.
typedef struct {
  int code;
  int line;
  int column;
  /// Without a line feed at its end; null when there was no error. Belongs to the caller: `cxml_error_free`.
  char *_Nullable message;
} cxml_error;

/// Kinds of nodes, with the numbers of the DOM (and of System.Xml.XmlNodeType).
typedef enum {
  CXML_NONE = 0,
  CXML_ELEMENT = 1,
  CXML_ATTRIBUTE = 2,
  CXML_TEXT = 3,
  CXML_CDATA = 4,
  CXML_ENTITY_REFERENCE = 5,
  CXML_ENTITY = 6,
  CXML_PROCESSING_INSTRUCTION = 7,
  CXML_COMMENT = 8,
  CXML_DOCUMENT = 9,
  CXML_DOCUMENT_TYPE = 10,
  CXML_DOCUMENT_FRAGMENT = 11,
  /// An `xmlns` declaration that an XPath expression found; it has a name and a content, and no relatives.
  CXML_NAMESPACE = 18,
} cxml_node_type;

/// How a text is read. Combine with `|`.
typedef enum {
  CXML_READ_PLAIN = 0,
  /// Replace references to entities that the document itself declares by their content.
  CXML_READ_SUBSTITUTE_ENTITIES = 1,
  /// Drop text nodes of white space between elements.
  CXML_READ_DROP_BLANKS = 2,
} cxml_read_options;

/// How a tree is written. Combine with `|`.
typedef enum {
  CXML_WRITE_PLAIN = 0,
  /// Each element on its own line, two blanks a level.
  CXML_WRITE_INDENTED = 1,
  /// No `<?xml …?>` before a document.
  CXML_WRITE_NO_DECLARATION = 2,
  /// `<a></a>` instead of `<a/>`.
  CXML_WRITE_NO_EMPTY_TAGS = 4,
} cxml_write_options;

typedef enum {
  CXML_XPATH_NODES = 1,
  CXML_XPATH_BOOLEAN = 2,
  CXML_XPATH_NUMBER = 3,
  CXML_XPATH_STRING = 4,
} cxml_xpath_type;

// MARK: The library

/// Opens the library if that has not happened; returns null, or why it cannot be opened (lives for ever).
const char *_Nullable cxml_load(void);

void cxml_free(char *_Nullable text);
void cxml_error_free(cxml_error *error);

// MARK: Documents

/// Reads a document from memory; null with `error` set where the text is not well-formed or the library is missing.
///
/// `encoding` overrides what the text declares ("UTF-8" for a text that was decoded before); null believes the text.
/// External entities and an external subset are never read: such an entity is empty.
cxml_document *_Nullable cxml_parse(
  const char *text, size_t length, const char *_Nullable encoding, int options, cxml_error *error);

/// An empty document; null with `error` set where the library is missing.
cxml_document *_Nullable cxml_document_new(cxml_error *error);

cxml_document *_Nullable cxml_document_copy(cxml_document *document);
void cxml_document_free(cxml_document *_Nullable document);

/// The document seen as a node, to walk or to append to.
cxml_node *cxml_document_node(cxml_document *document);
cxml_document *_Nullable cxml_document_of(cxml_node *node);
cxml_node *_Nullable cxml_document_element(cxml_document *document);

/// "1.0"; null where the text had no declaration.
const char *_Nullable cxml_document_version(cxml_document *document);
const char *_Nullable cxml_document_encoding(cxml_document *document);
/// 1 yes, 0 no, -1 not said, -2 no declaration at all.
int cxml_document_standalone(cxml_document *document);
void cxml_document_set_declaration(
  cxml_document *document, const char *version, const char *_Nullable encoding, int standalone);

// MARK: Reading nodes

cxml_node_type cxml_type(cxml_node *node);
/// The local name: no prefix. "#text", "#comment" and such are not made here: null for those.
const char *_Nullable cxml_name(cxml_node *node);
const char *_Nullable cxml_prefix(cxml_node *node);
const char *_Nullable cxml_namespace_uri(cxml_node *node);
int cxml_line(cxml_node *node);

/// The text of a text, CDATA, comment or instruction node itself; null for every other.
const char *_Nullable cxml_value(cxml_node *node);
/// All text below the node, entities resolved.
char *_Nullable cxml_text(cxml_node *node);

cxml_node *_Nullable cxml_parent(cxml_node *node);
cxml_node *_Nullable cxml_first_child(cxml_node *node);
cxml_node *_Nullable cxml_last_child(cxml_node *node);
/// The next sibling; of an attribute, the next attribute.
cxml_node *_Nullable cxml_next(cxml_node *node);
cxml_node *_Nullable cxml_previous(cxml_node *node);

cxml_node *_Nullable cxml_first_attribute(cxml_node *element);
/// The attribute with this local name; `uri` null means in no namespace.
cxml_node *_Nullable cxml_find_attribute(cxml_node *element, const char *name, const char *_Nullable uri);
/// The attribute's value, or null where there is none.
char *_Nullable cxml_attribute(cxml_node *element, const char *name, const char *_Nullable uri);

/// The `index`-th `xmlns` declaration written on this element; false past the last.
bool cxml_namespace_declaration(
  cxml_node *element, size_t index, const char *_Nullable *_Nonnull prefix, const char *_Nullable *_Nonnull uri);
/// The namespace that a prefix (null: the default one) stands for here; null where it is not declared.
const char *_Nullable cxml_lookup_namespace(cxml_node *node, const char *_Nullable prefix);
const char *_Nullable cxml_lookup_prefix(cxml_node *node, const char *uri);

/// Public identifier and system identifier of a document type node; null for other nodes.
const char *_Nullable cxml_public_identifier(cxml_node *node);
const char *_Nullable cxml_system_identifier(cxml_node *node);

/// A pointer of the caller's, null at first; copies do not take it along.
void *_Nullable cxml_user_data(cxml_node *node);
void cxml_set_user_data(cxml_node *node, void *_Nullable data);

// MARK: Changing the tree

/// New nodes stand outside the tree until they are appended or inserted. Null only when memory is out.
cxml_node *_Nullable cxml_new_element(cxml_document *document, const char *name);
cxml_node *_Nullable cxml_new_text(cxml_document *document, const char *text);
cxml_node *_Nullable cxml_new_cdata(cxml_document *document, const char *text);
cxml_node *_Nullable cxml_new_comment(cxml_document *document, const char *text);
cxml_node *_Nullable cxml_new_instruction(cxml_document *document, const char *target, const char *_Nullable text);
cxml_node *_Nullable cxml_new_fragment(cxml_document *document);
/// A copy that belongs to `document`, which may be another one; `deep` takes the children along, attributes come always.
cxml_node *_Nullable cxml_copy(cxml_node *node, cxml_document *document, bool deep);

/// Puts an element or attribute into a namespace, declared where it is not in scope yet; `uri` null takes it out.
bool cxml_set_namespace(cxml_node *node, const char *_Nullable prefix, const char *_Nullable uri);
/// Writes an `xmlns` declaration on the element; false where the prefix is declared there already.
bool cxml_declare_namespace(cxml_node *element, const char *_Nullable prefix, const char *uri);

/// Takes the node out of where it is and puts it last among the parent's children. Of a fragment, its
/// children move. Adjacent texts stay apart.
/// False where that cannot be: the node holds the parent, belongs to another document, or would be a second root.
bool cxml_append(cxml_node *parent, cxml_node *node);
/// As `cxml_append`, before a sibling.
bool cxml_insert_before(cxml_node *sibling, cxml_node *node);
void cxml_unlink(cxml_node *node);
/// Frees a node that is outside the tree, with all below it.
void cxml_free_node(cxml_node *_Nullable node);

void cxml_rename(cxml_node *node, const char *name);
/// Replaces everything below the node (of a text: the text) by this text; nothing in it is markup.
void cxml_set_text(cxml_node *node, const char *text);
/// Sets the attribute's value, making it where needed; nothing in it is markup. Null when memory is out.
cxml_node *_Nullable cxml_set_attribute(
  cxml_node *element, const char *_Nullable prefix, const char *name, const char *_Nullable uri, const char *value);
/// Removes and frees; false where there was none.
bool cxml_remove_attribute(cxml_node *element, const char *name, const char *_Nullable uri);
/// Reads well-formed content (any number of nodes) in the place's namespaces and appends it; false with `error` set, and
/// then nothing was appended.
bool cxml_append_markup(cxml_node *parent, const char *text, size_t length, cxml_error *error);

// MARK: Writing

/// The node as markup, or the whole document where it is the document's node; in UTF-8. Null when memory is out.
char *_Nullable cxml_serialise(cxml_node *node, int options);

// MARK: XPath

/// Evaluates an expression; `namespaces` holds `count` pairs (prefix, uri). Null with `error` set where it is not valid.
cxml_xpath_result *_Nullable cxml_xpath(
  cxml_node *context, const char *expression, const char *_Nonnull const *_Nullable namespaces, size_t count,
  cxml_error *error);
cxml_xpath_type cxml_xpath_result_type(cxml_xpath_result *result);
/// Nodes in document order. They belong to the document, except those of type `CXML_NAMESPACE`: to the result.
size_t cxml_xpath_count(cxml_xpath_result *result);
cxml_node *_Nullable cxml_xpath_node(cxml_xpath_result *result, size_t index);
/// The result converted by XPath's own rules.
bool cxml_xpath_boolean(cxml_xpath_result *result);
double cxml_xpath_number(cxml_xpath_result *result);
char *_Nullable cxml_xpath_string(cxml_xpath_result *result);
void cxml_xpath_free(cxml_xpath_result *_Nullable result);

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#endif
