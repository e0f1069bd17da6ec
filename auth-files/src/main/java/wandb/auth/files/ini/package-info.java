/** Reading and editing INI files as Python's {@code configparser} understands them, every byte accounted for. */
package wandb.auth.files.ini;
