import ArgumentParser
import Glibc

/// How many threads a command may take.
struct ThreadsOption: ParsableArguments {
  @Option(
    help: "How many threads share the work, 1 to 256; the result is the same for any number.")
  var threads = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  func validate() throws { try (1...256).check(threads, of: "--threads") }
}
