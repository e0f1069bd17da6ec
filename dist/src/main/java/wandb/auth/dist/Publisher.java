package wandb.auth.dist;

/**
 * Whom the packages are from.
 *
 * @param maintainer a name and an address for mail, as {@code NAME <ADDRESS>}
 * @param homepage the address of the project
 */
record Publisher(String maintainer, String homepage) {}
