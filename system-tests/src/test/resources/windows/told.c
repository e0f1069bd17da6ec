/* Tells its arguments and some variables, and ends with a code that no byte holds: 300, which POSIX shows as 44. */
#include <stdio.h>
#include <stdlib.h>
#include <windows.h>

static const char *variable(const char *name) {
    const char *value = getenv(name);
    return value == NULL ? "-" : value;
}

int wmain(int count, wchar_t **arguments) {
    char text[9000];
    for (int i = 1; i < count; i++) {
        WideCharToMultiByte(CP_UTF8, 0, arguments[i], -1, text, sizeof(text), NULL, NULL);
        printf("<%s>\n", text);
    }
    printf("%s %s %s\n", variable("WANDB_API_KEY"), variable("WANDB_BASE_URL"), variable("JAVA_TOOL_OPTIONS"));
    return 300;
}
