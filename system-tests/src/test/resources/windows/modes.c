/* Runs a program on its console, and tells then how that ended and whether the console is as it was. Ctrl-C is the program's. */
#include <stdio.h>
#include <windows.h>

static BOOL WINAPI stay(DWORD event) {
    (void)event;
    return TRUE;
}

static DWORD mode(void) {
    DWORD mode = 0;
    GetConsoleMode(GetStdHandle(STD_INPUT_HANDLE), &mode);
    return mode;
}

int wmain(int count, wchar_t **arguments) {
    wchar_t line[8192] = L"";
    STARTUPINFOW start = {.cb = sizeof(start)};
    PROCESS_INFORMATION child;
    DWORD before = mode(), code;
    for (int i = 1; i < count; i++) {
        wcscat(line, i > 1 ? L" \"" : L"\"");
        wcscat(line, arguments[i]);
        wcscat(line, L"\"");
    }
    SetConsoleCtrlHandler(stay, TRUE);
    if (!CreateProcessW(NULL, line, NULL, NULL, FALSE, 0, NULL, NULL, &start, &child)) return 1;
    WaitForSingleObject(child.hProcess, INFINITE);
    GetExitCodeProcess(child.hProcess, &code);
    setvbuf(stdout, NULL, _IOFBF, 512); /* else Wine shows it letter by letter */
    printf("\ncode:%lu mode:%s\n", code, mode() == before ? "as-before" : "another");
    return 0;
}
