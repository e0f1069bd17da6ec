package com.example.locker;

import wandb.auth.domain.Reason;

/** What keeps the locker from being used, in words for a person. */
final class LockerException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    LockerException(String problem, String remedy) {
        super(problem);
        this.reason = new Reason(problem, remedy);
    }

    Reason reason() {
        return reason;
    }
}
