#if !__has_include(<libxml/HTMLparser.h>)
#error "libxml2's headers not found. Install the Debian packages libxml2-dev and pkg-config: apt-get install libxml2-dev pkg-config"
#endif

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <pthread.h>
#include <string.h>

#include "creader_bridge.h"

static pthread_once_t once = PTHREAD_ONCE_INIT;

/// Bytes handed over at once.
enum { chunk = 1 << 16 };

// MARK: HTML

static void html_start(void *context, const xmlChar *name, const xmlChar **attributes) {
    const cmarkup_handler *handler = context;
    handler->start(handler->context, (const char *)name, (const char *const *)attributes);
}

static void any_end(void *context, const xmlChar *name) {
    const cmarkup_handler *handler = context;
    handler->end(handler->context, (const char *)name);
}

static void any_text(void *context, const xmlChar *text, int count) {
    const cmarkup_handler *handler = context;
    if (count > 0) handler->text(handler->context, text, (size_t)count);
}

static void any_comment(void *context, const xmlChar *text) {
    const cmarkup_handler *handler = context;
    handler->comment(handler->context, (const char *)text);
}

bool cmarkup_parse_html(const uint8_t *bytes, size_t count, const cmarkup_handler *handler) {
    pthread_once(&once, xmlInitParser);
    htmlSAXHandler sax;
    memset(&sax, 0, sizeof sax);
    sax.startElement = html_start;
    sax.endElement = any_end;
    sax.characters = any_text;
    sax.ignorableWhitespace = any_text;
    sax.cdataBlock = any_text;
    sax.comment = any_comment;
    htmlParserCtxtPtr parser =
        htmlCreatePushParserCtxt(&sax, (void *)handler, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
    if (parser == NULL) return false;
    htmlCtxtUseOptions(
        parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
            | HTML_PARSE_NOIMPLIED | HTML_PARSE_IGNORE_ENC);
    for (size_t at = 0; at < count; at += chunk) {
        size_t length = count - at < chunk ? count - at : chunk;
        htmlParseChunk(parser, (const char *)bytes + at, (int)length, 0);
    }
    htmlParseChunk(parser, NULL, 0, 1);
    bool complete = parser->errNo != XML_ERR_NO_MEMORY;
    htmlFreeParserCtxt(parser);
    return complete;
}

// MARK: XML

/// The most attributes of one element that are reported; office formats have a dozen.
enum { attribute_limit = 64 };
/// The room for their values, which libxml2 gives without a closing NUL.
enum { value_room = 1 << 14 };

typedef struct {
    const cmarkup_handler *handler;
    xmlParserCtxtPtr parser;
    int depth;
    int depth_limit;
    cmarkup_status status;
    char values[value_room];
} xml_state;

static void xml_start(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces_count,
    const xmlChar **namespaces, int count, int defaulted, const xmlChar **attributes) {
    (void)prefix, (void)uri, (void)namespaces_count, (void)namespaces, (void)defaulted;
    xml_state *state = context;
    if (++state->depth > state->depth_limit) {
        if (state->status == cmarkup_complete) state->status = cmarkup_deep;
        xmlStopParser(state->parser);
        return;
    }
    const char *pairs[2 * attribute_limit + 1];
    size_t used = 0;
    int kept = 0;
    // Five pointers for each: local name, prefix, namespace, value and its end.
    for (int i = 0; i < count && kept < attribute_limit; i++) {
        const xmlChar **attribute = attributes + 5 * i;
        size_t length = (size_t)(attribute[4] - attribute[3]);
        if (used + length + 1 > value_room) continue;
        memcpy(state->values + used, attribute[3], length);
        state->values[used + length] = 0;
        pairs[2 * kept] = (const char *)attribute[0];
        pairs[2 * kept + 1] = state->values + used;
        used += length + 1;
        kept++;
    }
    pairs[2 * kept] = NULL;
    state->handler->start(state->handler->context, (const char *)name, kept > 0 ? pairs : NULL);
}

static void xml_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
    (void)prefix, (void)uri;
    xml_state *state = context;
    state->depth--;
    state->handler->end(state->handler->context, (const char *)name);
}

static void xml_text(void *context, const xmlChar *text, int count) {
    xml_state *state = context;
    if (count > 0) state->handler->text(state->handler->context, text, (size_t)count);
}

static void xml_doctype(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
    (void)name, (void)external, (void)system;
    xml_state *state = context;
    state->status = cmarkup_doctype;
    xmlStopParser(state->parser);
}

cmarkup_status cmarkup_parse_xml(const uint8_t *bytes, size_t count, int depth_limit, const cmarkup_handler *handler) {
    pthread_once(&once, xmlInitParser);
    xmlSAXHandler sax;
    memset(&sax, 0, sizeof sax);
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = xml_start;
    sax.endElementNs = xml_end;
    sax.characters = xml_text;
    sax.ignorableWhitespace = xml_text;
    sax.cdataBlock = xml_text;
    sax.internalSubset = xml_doctype;
    xml_state state = {.handler = handler, .depth_limit = depth_limit, .status = cmarkup_complete};
    // The first four bytes tell the encoding.
    size_t first = count < 4 ? count : 4;
    state.parser = xmlCreatePushParserCtxt(&sax, &state, (const char *)bytes, (int)first, NULL);
    if (state.parser == NULL) return cmarkup_damaged;
    // Entities are neither substituted nor loaded. HUGE lifts the limit on text, not on nesting: that is ours.
    xmlCtxtUseOptions(state.parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE);
    bool failed = false;
    for (size_t at = first; at < count && !failed && state.status == cmarkup_complete; at += chunk) {
        size_t length = count - at < chunk ? count - at : chunk;
        failed = xmlParseChunk(state.parser, (const char *)bytes + at, (int)length, 0) != 0;
    }
    if (!failed && state.status == cmarkup_complete) failed = xmlParseChunk(state.parser, NULL, 0, 1) != 0;
    if (state.parser->myDoc != NULL) xmlFreeDoc(state.parser->myDoc);
    xmlFreeParserCtxt(state.parser);
    if (state.status != cmarkup_complete) return state.status;
    return failed ? cmarkup_damaged : cmarkup_complete;
}
