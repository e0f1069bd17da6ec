/*
 * The calls of macOS's Security and Core Foundation frameworks that the keychain's store makes, as their headers declare them, over a
 * keychain in memory. It is strict where macOS is: an object is released once for each time that it was made, and not used afterwards.
 */
typedef unsigned char byte;
typedef long CFIndex;
typedef const struct object *CFTypeRef;

void *calloc(unsigned long count, unsigned long size);
void free(void *memory);
void *memcpy(void *to, const void *from, unsigned long size);
int memcmp(const void *left, const void *right, unsigned long size);

enum { MOST = 16, SUCCESS = 0, NOT_FOUND = -25300, DUPLICATE = -25299, LOCKED = -25308, BAD = -50 };
enum kind { CONSTANT, STRING, DATA, DICTIONARY };

struct object {
    enum kind kind;
    int references;
    CFIndex length;
    byte *bytes;
    CFTypeRef keys[MOST];
    CFTypeRef values[MOST];
};

struct item {
    CFTypeRef service;
    CFTypeRef account;
    CFTypeRef label;
    CFTypeRef secret;
};

static struct item items[MOST];
static int alive;
static int is_locked;
static int may_ask = 1;

#define NAMED(name) static struct object name##_object; CFTypeRef name = &name##_object;
NAMED(kSecClass)
NAMED(kSecClassGenericPassword)
NAMED(kSecAttrService)
NAMED(kSecAttrAccount)
NAMED(kSecAttrLabel)
NAMED(kSecValueData)
NAMED(kSecReturnData)
NAMED(kCFBooleanTrue)
struct { int version; } kCFTypeDictionaryKeyCallBacks, kCFTypeDictionaryValueCallBacks;

/* For the tests. */
int objects_alive(void) { return alive; }
void lock(int locked) { is_locked = locked; }
int questions_allowed(void) { return may_ask; }

static struct object *make(enum kind kind, const void *bytes, CFIndex length) {
    struct object *object = calloc(1, sizeof *object);
    object->kind = kind;
    object->references = 1;
    object->length = length;
    object->bytes = calloc(1, length + 1);
    memcpy(object->bytes, bytes, length);
    alive++;
    return object;
}

static CFTypeRef retain(CFTypeRef object) {
    if (object->kind != CONSTANT) ((struct object *) object)->references++;
    return object;
}

void CFRelease(CFTypeRef reference) {
    struct object *object = (struct object *) reference;
    if (object->kind == CONSTANT) return;
    if (object->references <= 0) __builtin_trap();
    if (--object->references > 0) return;
    if (object->kind == DICTIONARY) {
        for (CFIndex i = 0; i < object->length; i++) CFRelease(object->values[i]);
    }
    free(object->bytes);
    object->references = -1;
    free(object);
    alive--;
}

CFTypeRef CFStringCreateWithBytes(void *allocator, const byte *bytes, CFIndex length, unsigned encoding, byte external) {
    return allocator == 0 && encoding == 0x08000100 && !external ? make(STRING, bytes, length) : 0;
}

byte CFStringGetCString(CFTypeRef text, char *buffer, CFIndex size, unsigned encoding) {
    if (text->kind != STRING || encoding != 0x08000100 || text->length >= size) return 0;
    memcpy(buffer, text->bytes, text->length + 1);
    return 1;
}

CFTypeRef CFDataCreate(void *allocator, const byte *bytes, CFIndex length) {
    return allocator == 0 ? make(DATA, bytes, length) : 0;
}

CFIndex CFDataGetLength(CFTypeRef data) { return data->kind == DATA ? data->length : -1; }
const byte *CFDataGetBytePtr(CFTypeRef data) { return data->kind == DATA ? data->bytes : 0; }

CFTypeRef CFDictionaryCreate(void *allocator, CFTypeRef *keys, CFTypeRef *values, CFIndex count, const void *of_keys,
                             const void *of_values) {
    if (allocator != 0 || count > MOST || of_keys != &kCFTypeDictionaryKeyCallBacks ||
        of_values != &kCFTypeDictionaryValueCallBacks) {
        return 0;
    }
    struct object *dictionary = make(DICTIONARY, "", 0);
    dictionary->length = count;
    for (CFIndex i = 0; i < count; i++) {
        dictionary->keys[i] = keys[i];
        dictionary->values[i] = retain(values[i]);
    }
    return dictionary;
}

static CFTypeRef value(CFTypeRef dictionary, CFTypeRef key) {
    for (CFIndex i = 0; i < dictionary->length; i++) {
        if (dictionary->keys[i] == key) return dictionary->values[i];
    }
    return 0;
}

static int is_same(CFTypeRef left, CFTypeRef right) {
    return left && right && left->length == right->length && memcmp(left->bytes, right->bytes, left->length) == 0;
}

/* Sets *found to the item that is asked for, or to a free place. */
static int find(CFTypeRef query, struct item **found) {
    CFTypeRef service = value(query, kSecAttrService), account = value(query, kSecAttrAccount);
    if (query->kind != DICTIONARY || value(query, kSecClass) != kSecClassGenericPassword || !service || !account ||
        service->kind != STRING || account->kind != STRING) {
        return BAD;
    }
    if (is_locked) return may_ask ? -128 : LOCKED;
    *found = 0;
    for (int i = 0; i < MOST; i++) {
        if (is_same(items[i].service, service) && is_same(items[i].account, account)) {
            *found = &items[i];
            return SUCCESS;
        }
        if (!*found && !items[i].service) *found = &items[i];
    }
    return NOT_FOUND;
}

int SecItemCopyMatching(CFTypeRef query, CFTypeRef *result) {
    struct item *item;
    int code = find(query, &item);
    if (code != SUCCESS) return code;
    if (value(query, kSecReturnData) != kCFBooleanTrue) return BAD;
    *result = make(DATA, item->secret->bytes, item->secret->length);
    return SUCCESS;
}

int SecItemAdd(CFTypeRef query, CFTypeRef *result) {
    struct item *item;
    int code = find(query, &item);
    if (code == SUCCESS) return DUPLICATE;
    if (code != NOT_FOUND) return code;
    if (result || !item || !value(query, kSecValueData) || value(query, kSecValueData)->kind != DATA) return BAD;
    item->service = retain(value(query, kSecAttrService));
    item->account = retain(value(query, kSecAttrAccount));
    item->label = retain(value(query, kSecAttrLabel));
    item->secret = retain(value(query, kSecValueData));
    return SUCCESS;
}

int SecItemUpdate(CFTypeRef query, CFTypeRef attributes) {
    struct item *item;
    int code = find(query, &item);
    if (code != SUCCESS) return code;
    if (!value(attributes, kSecValueData) || value(attributes, kSecValueData)->kind != DATA) return BAD;
    CFRelease(item->secret);
    item->secret = retain(value(attributes, kSecValueData));
    return SUCCESS;
}

int SecItemDelete(CFTypeRef query) {
    struct item *item;
    int code = find(query, &item);
    if (code != SUCCESS) return code;
    CFRelease(item->service);
    CFRelease(item->account);
    CFRelease(item->label);
    CFRelease(item->secret);
    *item = (struct item) {0};
    return SUCCESS;
}

CFTypeRef SecCopyErrorMessageString(int code, void *reserved) {
    static const char text[] = "One or more parameters passed to a function were not valid.";
    return code == BAD && reserved == 0 ? make(STRING, text, sizeof text - 1) : 0;
}

int SecKeychainSetUserInteractionAllowed(byte allowed) {
    may_ask = allowed;
    return SUCCESS;
}
