import Glibc

/// A file descriptor that takes every byte, however few it takes at once.
struct Outlet {
  /// The file descriptor.
  let file: Int32

  /// The system takes no more: its error number.
  struct Refusal: Error {
    /// As `errno` has it.
    let code: Int32

    /// What a person is told.
    var words: String { String(cString: strerror(code)) }
  }

  /// Writes all of some bytes.
  func write(_ bytes: [UInt8]) throws(Refusal) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { bytes in
        Glibc.write(file, bytes.baseAddress?.advanced(by: done), bytes.count - done)
      }
      if count > 0 {
        done += count
      } else if errno != EINTR {
        throw Refusal(code: errno)
      }
    }
  }
}
