import Glibc
import Playback
import Testing

@Suite struct MailboxTests {
  private func isReadable(_ descriptor: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, 0) == 1
  }

  @Test("The descriptor is readable just while a value waits")
  func readable() throws {
    let box = try #require(Mailbox<Int>())
    #expect(!isReadable(box.fileDescriptor))
    box.post(1)
    #expect(isReadable(box.fileDescriptor))
    #expect(box.take() == 1)
    #expect(!isReadable(box.fileDescriptor))
    #expect(box.take() == nil)
  }

  @Test("Who is slow gets the latest value, once")
  func latest() throws {
    let box = try #require(Mailbox<Int>())
    for value in 1...100_000 { box.post(value) }
    #expect(box.take() == 100_000)
    #expect(box.take() == nil)
    #expect(!isReadable(box.fileDescriptor))
    box.post(7)
    #expect(isReadable(box.fileDescriptor))
    #expect(box.take() == 7)
  }
}
