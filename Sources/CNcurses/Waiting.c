#include "CNcurses.h"

#include <errno.h>
#include <poll.h>
#include <time.h>
#include <unistd.h>

int nc_wait(int input, int first, int second, int milliseconds) {
  struct pollfd files[] = {
      {.fd = input, .events = POLLIN},
      {.fd = first, .events = POLLIN},
      {.fd = second, .events = POLLIN},
  };
  int64_t end = nc_milliseconds() + milliseconds;
  int found;
  while ((found = poll(files, 3, milliseconds)) < 0 && errno == EINTR) {
    if (milliseconds < 0) continue;
    int64_t left = end - nc_milliseconds();
    milliseconds = left > 0 ? (int)left : 0;
  }
  if (found <= 0) return 0;
  int result = 0;
  for (int i = 0; i < 3; i++)
    if (files[i].revents & (POLLIN | POLLHUP | POLLERR)) result |= 1 << i;
  if ((files[0].revents & (POLLHUP | POLLERR | POLLNVAL)) && !(files[0].revents & POLLIN))
    result = (result & ~1) | 8;
  return result;
}

bool nc_write(int output, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(output, bytes, count);
    if (written >= 0) {
      bytes += written;
      count -= (size_t)written;
    } else if (errno == EAGAIN) {
      struct pollfd file = {.fd = output, .events = POLLOUT};
      poll(&file, 1, -1);
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}

int64_t nc_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
