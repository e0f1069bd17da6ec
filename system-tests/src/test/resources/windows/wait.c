/* Waits for Ctrl-C, and ends with 7 then. */
#include <stdio.h>
#include <windows.h>

static BOOL WINAPI end(DWORD event) {
    ExitProcess(event == CTRL_C_EVENT ? 7 : 8);
}

int wmain(void) {
    SetConsoleCtrlHandler(end, TRUE);
    setvbuf(stdout, NULL, _IOFBF, 512); /* else Wine shows it letter by letter */
    printf("waiting\n");
    fflush(stdout);
    Sleep(INFINITE);
    return 0;
}
