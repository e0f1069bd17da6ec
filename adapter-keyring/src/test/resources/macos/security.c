/*
 * A keychain with the functions of Apple's Security and Core Foundation that this program calls, for tests where there is no
 * macOS. It keeps its items in files beside the library, so that several processes share them, and does what these files say:
 *
 *   locked   the keychain is locked; what is needed of it fails, or asks where questions are allowed
 *   guarded  so are its items, while it is open
 *   answer   what a person answers: "password" opens it, anything else declines; without it nobody can be asked
 *   status   every call of SecItem ends with this code
 *   hang     no call of SecItem ends
 *   asked    gets a line for each question
 *
 * A call that Apple's would crash at (a wrong type, an object used after its release) ends the process.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

enum { STRING = 0x5354, DATA = 0x4441, DICTIONARY = 0x4449, CONSTANT = 0x434f };
enum { OK = 0, PARAM = -50, CANCELED = -128, DUPLICATE = -25299, NOT_FOUND = -25300, NOT_ALLOWED = -25308 };

typedef struct object {
    int type;
    long owners;
    long length; /* of bytes, or the number of entries */
    unsigned char *bytes;
    const struct object **keys, **values;
} object;

#define CONSTANT_OBJECT(name) \
    static object name##_object = {CONSTANT, 1, 0, NULL, NULL, NULL}; \
    const object *name = &name##_object
CONSTANT_OBJECT(kSecClass);
CONSTANT_OBJECT(kSecClassGenericPassword);
CONSTANT_OBJECT(kSecAttrService);
CONSTANT_OBJECT(kSecAttrAccount);
CONSTANT_OBJECT(kSecAttrLabel);
CONSTANT_OBJECT(kSecValueData);
CONSTANT_OBJECT(kSecReturnData);
CONSTANT_OBJECT(kCFBooleanTrue);

/* As Apple's, these are structures, of which the address counts. */
const long kCFTypeDictionaryKeyCallBacks[6], kCFTypeDictionaryValueCallBacks[5];

static _Thread_local long living;
static int questions_allowed = 1;

static void fail(const char *why) {
    fprintf(stderr, "the library was misused: %s\n", why);
    abort();
}

/* How many objects this thread has made and not released. */
long LivingObjects(void) { return living; }

static object *made(int type, const void *bytes, long length) {
    object *it = calloc(1, sizeof *it);
    it->type = type;
    it->owners = 1;
    it->length = length;
    if (bytes != NULL) {
        it->bytes = malloc(length + 1);
        memcpy(it->bytes, bytes, length);
        it->bytes[length] = 0;
    }
    living++;
    return it;
}

static object *checked(const object *it, int type) {
    if (it == NULL || it->owners < 1 || it->type != type) fail("no such object");
    return (object *)it;
}

static void retain(const object *it) {
    if (it == NULL || it->owners < 1) fail("retained after its release");
    if (it->type != CONSTANT) ((object *)it)->owners++;
}

void CFRelease(const object *released) {
    object *it = (object *)released;
    if (it == NULL || it->owners < 1) fail("released once too often");
    if (it->type == CONSTANT || --it->owners > 0) return; /* constants are shared by all threads */
    for (long i = 0; it->type == DICTIONARY && i < it->length; i++) {
        CFRelease(it->keys[i]);
        CFRelease(it->values[i]);
    }
    living--; /* the object stays, so that its use after this is seen */
}

const object *CFStringCreateWithBytes(
        const void *allocator, const unsigned char *bytes, long length, uint32_t encoding, unsigned char external) {
    if (allocator != NULL || encoding != 0x08000100u || external != 0) return NULL;
    return made(STRING, bytes, length);
}

const object *CFDataCreate(const void *allocator, const unsigned char *bytes, long length) {
    return allocator == NULL ? made(DATA, bytes, length) : NULL;
}

long CFDataGetLength(const object *data) { return checked(data, DATA)->length; }

const unsigned char *CFDataGetBytePtr(const object *data) { return checked(data, DATA)->bytes; }

const object *CFDictionaryCreate(
        const void *allocator, const object **keys, const object **values, long count, const void *of_keys, const void *of_values) {
    if (allocator != NULL || of_keys != kCFTypeDictionaryKeyCallBacks || of_values != kCFTypeDictionaryValueCallBacks)
        fail("a dictionary that keeps nothing");
    object *it = made(DICTIONARY, NULL, count);
    it->keys = calloc(count, sizeof *keys);
    it->values = calloc(count, sizeof *values);
    for (long i = 0; i < count; i++) {
        retain(it->keys[i] = keys[i]);
        retain(it->values[i] = values[i]);
    }
    return it;
}

/* Where the library lies. */
static const char *beside(char *path, const char *name) {
    Dl_info self;
    dladdr((void *)beside, &self);
    snprintf(path, 4096, "%.*s/%s", (int)(strrchr(self.dli_fname, '/') - self.dli_fname), self.dli_fname, name);
    return path;
}

static int has(const char *name) {
    char path[4096];
    return access(beside(path, name), F_OK) == 0;
}

static int content(const char *name, char *text, size_t size) {
    char path[4096];
    FILE *file = fopen(beside(path, name), "r");
    if (file == NULL) return 0;
    text[fread(text, 1, size - 1, file)] = 0;
    fclose(file);
    return 1;
}

unsigned char SecKeychainSetUserInteractionAllowed(unsigned char allowed) {
    questions_allowed = allowed;
    return OK;
}

int SecKeychainGetStatus(const void *keychain, uint32_t *status) {
    char text[64];
    if (has("hang")) pause();
    if (content("status", text, sizeof text)) return atoi(text);
    *status = (has("locked") ? 0 : 1) | 2 | 4;
    return keychain == NULL ? OK : PARAM;
}

/* What keeps the call from being done at all. */
static int trouble(void) {
    char text[64];
    if (has("hang")) pause();
    return content("status", text, sizeof text) ? atoi(text) : OK;
}

/* Opens what is locked, by asking. */
static int opened(void) {
    char text[64], path[4096];
    if (!has("locked") && !has("guarded")) return OK;
    if (!questions_allowed || !has("answer")) return NOT_ALLOWED;
    FILE *log = fopen(beside(path, "asked"), "a");
    fputs("asked\n", log);
    fclose(log);
    content("answer", text, sizeof text);
    if (strcmp(text, "password") != 0) return CANCELED;
    unlink(beside(path, "locked"));
    unlink(beside(path, "guarded"));
    return OK;
}

static const object *value(const object *dictionary, const object *key) {
    object *it = checked(dictionary, DICTIONARY);
    for (long i = 0; i < it->length; i++)
        if (it->keys[i] == key) return it->values[i];
    return NULL;
}

/* Whether nothing but these is in it; the last one is NULL. */
static int only(const object *dictionary, ...) {
    object *it = checked(dictionary, DICTIONARY);
    for (long i = 0; i < it->length; i++) {
        int known = 0;
        va_list keys;
        va_start(keys, dictionary);
        for (const object *key = va_arg(keys, const object *); key != NULL; key = va_arg(keys, const object *))
            known |= it->keys[i] == key;
        va_end(keys);
        if (!known) return 0;
    }
    return value(dictionary, kSecClass) == kSecClassGenericPassword;
}

typedef struct {
    char service[1024], account[1024], label[1024];
    unsigned char data[65536];
    long length;
} item;

static void name(char *text, const object *string) {
    object *it = checked(string, STRING);
    if (it->length > 1023) fail("a name that is too long for this");
    memset(text, 0, 1024);
    memcpy(text, it->bytes, it->length);
}

typedef struct {
    int file;
    long count;
    item *items;
} keychain;

/* Reads the items, which no other process changes until they are put back. */
static keychain taken(void) {
    char path[4096];
    keychain it = {open(beside(path, "items"), O_RDWR | O_CREAT | O_CLOEXEC, 0600), 0, NULL};
    flock(it.file, LOCK_EX);
    long size = lseek(it.file, 0, SEEK_END);
    it.count = size / (long)sizeof(item);
    it.items = calloc(it.count + 1, sizeof(item));
    lseek(it.file, 0, SEEK_SET);
    if (read(it.file, it.items, size) != size) fail("no items");
    return it;
}

static void put(keychain it) {
    lseek(it.file, 0, SEEK_SET);
    long size = it.count * (long)sizeof(item);
    if (write(it.file, it.items, size) != size || ftruncate(it.file, size) != 0) fail("no place for items");
    close(it.file);
    free(it.items);
}

static item *found(keychain it, const object *query) {
    char service[1024], account[1024];
    name(service, value(query, kSecAttrService));
    name(account, value(query, kSecAttrAccount));
    for (long i = 0; i < it.count; i++)
        if (strcmp(it.items[i].service, service) == 0 && strcmp(it.items[i].account, account) == 0) return &it.items[i];
    return NULL;
}

static void set(item *it, const object *value) {
    object *data = checked(value, DATA);
    if (data->length > (long)sizeof it->data) fail("a secret that is too long for this");
    memcpy(it->data, data->bytes, it->length = data->length);
}

int SecItemCopyMatching(const object *query, const object **result) {
    int code = trouble();
    if (code != OK) return code;
    if (!only(query, kSecClass, kSecAttrService, kSecAttrAccount, kSecReturnData, NULL)) return PARAM;
    if (value(query, kSecReturnData) != kCFBooleanTrue) return PARAM;
    keychain it = taken();
    item *match = found(it, query);
    code = match == NULL ? NOT_FOUND : opened();
    if (code == OK) *result = made(DATA, match->data, match->length);
    put(it);
    return code;
}

int SecItemAdd(const object *attributes, const object **result) {
    int code = trouble();
    if (code != OK) return code;
    if (result != NULL) return PARAM;
    if (!only(attributes, kSecClass, kSecAttrService, kSecAttrAccount, kSecAttrLabel, kSecValueData, NULL)) return PARAM;
    keychain it = taken();
    code = opened();
    if (code == OK && found(it, attributes) != NULL) code = DUPLICATE;
    if (code == OK) {
        item *added = &it.items[it.count++];
        name(added->service, value(attributes, kSecAttrService));
        name(added->account, value(attributes, kSecAttrAccount));
        name(added->label, value(attributes, kSecAttrLabel));
        set(added, value(attributes, kSecValueData));
    }
    put(it);
    return code;
}

int SecItemUpdate(const object *query, const object *attributes) {
    int code = trouble();
    if (code != OK) return code;
    if (!only(query, kSecClass, kSecAttrService, kSecAttrAccount, NULL)) return PARAM;
    if (checked(attributes, DICTIONARY)->length != 1) return PARAM;
    keychain it = taken();
    item *match = found(it, query);
    code = match == NULL ? NOT_FOUND : opened();
    if (code == OK) set(match, value(attributes, kSecValueData));
    put(it);
    return code;
}

int SecItemDelete(const object *query) {
    int code = trouble();
    if (code != OK) return code;
    if (!only(query, kSecClass, kSecAttrService, kSecAttrAccount, NULL)) return PARAM;
    keychain it = taken();
    item *match = found(it, query);
    code = match == NULL ? NOT_FOUND : opened();
    if (code == OK) *match = it.items[--it.count];
    put(it);
    return code;
}
