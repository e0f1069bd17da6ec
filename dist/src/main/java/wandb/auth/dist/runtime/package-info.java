/** The systems that the program is made for, their Java runtimes, and how their programs run where the build runs. */
package wandb.auth.dist.runtime;
