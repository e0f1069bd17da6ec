# Completion in bash.
