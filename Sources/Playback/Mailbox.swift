import Glibc
import Synchronization

/// The latest value on its way to another thread, and a file descriptor that becomes readable
/// when one is there.
///
/// A value that was not taken is replaced by the next: who is slow sees fewer, never older ones.
public final class Mailbox<Value: Sendable>: Sendable {
  private let slot = Mutex<Value?>(nil)
  private let ends: (read: Int32, write: Int32)

  /// Opens a mailbox, or gives nil where the process has no file descriptor left.
  public init?() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    self.ends = (ends[0], ends[1])
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
  }

  deinit {
    close(ends.read)
    close(ends.write)
  }

  /// Readable while a value waits: for `poll`.
  public var fileDescriptor: Int32 { ends.read }

  /// Puts a value in, in place of one that still waits.
  public func post(_ value: Value) {
    let wasEmpty = slot.withLock { slot in
      defer { slot = value }
      return slot == nil
    }
    guard wasEmpty else { return }
    var byte: UInt8 = 1
    _ = write(ends.write, &byte, 1)
  }

  /// Takes the value out; nil where none waits.
  public func take() -> Value? {
    var bytes: (UInt64, UInt64) = (0, 0)
    _ = read(ends.read, &bytes, MemoryLayout.size(ofValue: bytes))
    return slot.withLock { slot in
      defer { slot = nil }
      return slot
    }
  }
}
