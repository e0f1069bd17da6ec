/** Replacing a file that other programs use too, whole or not at all. */
package wandb.auth.files;
