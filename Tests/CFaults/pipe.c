#define _GNU_SOURCE
#include "CFaults.h"

#include <fcntl.h>
#include <unistd.h>

int faults_pipe(int *ends) { return pipe2(ends, O_CLOEXEC); }
