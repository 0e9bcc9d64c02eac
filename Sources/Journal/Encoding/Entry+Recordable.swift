import Catalogue
import Distribution

extension Entry.Content: Recordable {
  func write(to bytes: inout ByteWriter) {
    switch self {
    case .planned(let command):
      bytes.write(tag: 1)
      bytes.write(command)
    case .command(let command):
      bytes.write(tag: 2)
      bytes.write(command)
    case .event(let event): Self.write(event, to: &bytes)
    case .branched(let branch):
      bytes.write(tag: 4)
      bytes.write(branch)
    case .deleted(let branch):
      bytes.write(tag: 5)
      bytes.write(branch)
    case .over: bytes.write(tag: 6)
    case .keyframe(let digest):
      bytes.write(tag: 7)
      bytes.write(digest)
    }
  }

  /// Writes what happened, without a copy of it.
  static func write(_ event: Event, to bytes: inout ByteWriter) {
    bytes.write(tag: 3)
    bytes.write(event.video) { $0.write($1) }
    bytes.write(event.what)
  }

  init(from bytes: inout ByteReader) throws(Damage) { self = try Self.read(from: &bytes, at: 0) }

  /// Reads what was recorded at a moment.
  static func read(from bytes: inout ByteReader, at moment: Moment) throws(Damage) -> Self {
    switch try bytes.tag() {
    case 1: .planned(try Command(from: &bytes))
    case 2: .command(try Command(from: &bytes))
    case 3:
      .event(
        Event(
          at: moment, video: try bytes.optional(VideoID.init(from:)),
          what: try Event.What(from: &bytes)))
    case 4: .branched(try Branch(from: &bytes))
    case 5: .deleted(branch: try bytes.int())
    case 6: .over
    case 7: .keyframe(try Digest(from: &bytes))
    default: throw bytes.damage
    }
  }
}

extension Digest: Recordable {
  func write(to bytes: inout ByteWriter) {
    for byte in self.bytes { bytes.write(tag: byte) }
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    var digest: [UInt8] = []
    for _ in 0..<Self.length { digest.append(try bytes.tag()) }
    guard let read = Digest(bytes: digest) else { throw bytes.damage }
    self = read
  }
}

extension Branch: Recordable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(id)
    bytes.write(parent) { $0.write($1) }
    bytes.write(name)
    bytes.write(from)
    bytes.write(after)
    bytes.write(kind)
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    self.init(
      id: try bytes.int(),
      parent: try bytes.optional { (bytes) throws(Damage) in try bytes.int() },
      name: try bytes.text(), from: try bytes.int(), after: try bytes.int(),
      kind: try bytes.choice())
  }
}
