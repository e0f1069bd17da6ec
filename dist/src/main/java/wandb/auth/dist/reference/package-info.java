/** The commands as a model, and what is written from it: completion scripts of shells and manual pages. */
package wandb.auth.dist.reference;
