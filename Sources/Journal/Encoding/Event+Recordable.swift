import Audience
import Catalogue
import Distribution

extension VideoID: Recordable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(upload)
    bytes.write(platform)
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    self.init(upload: try bytes.size(), platform: try bytes.size())
  }
}

extension Event.What: Recordable {
  /// What stands before each kind; a number is never given to another kind.
  private enum Tag {
    static let uploaded: UInt8 = 1
    static let reviewed: UInt8 = 2
    static let caseOpened: UInt8 = 3
    static let decided: UInt8 = 4
    static let published: UInt8 = 5
    static let waveStarted: UInt8 = 6
    static let delivered: UInt8 = 7
    static let assessed: UInt8 = 8
    static let crossPosted: UInt8 = 9
    static let settingChanged: UInt8 = 10
  }

  func write(to bytes: inout ByteWriter) {
    switch self {
    case .uploaded(let facts): write(Tag.uploaded, facts, to: &bytes)
    case .reviewed(let facts): write(Tag.reviewed, facts, to: &bytes)
    case .caseOpened(let facts): write(Tag.caseOpened, facts, to: &bytes)
    case .decided(let facts): write(Tag.decided, facts, to: &bytes)
    case .published(let facts): write(Tag.published, facts, to: &bytes)
    case .waveStarted(let facts): write(Tag.waveStarted, facts, to: &bytes)
    case .delivered(let facts): write(Tag.delivered, facts, to: &bytes)
    case .assessed(let facts): write(Tag.assessed, facts, to: &bytes)
    case .crossPosted(let facts): write(Tag.crossPosted, facts, to: &bytes)
    case .settingChanged(let facts): write(Tag.settingChanged, facts, to: &bytes)
    }
  }

  private func write(_ tag: UInt8, _ facts: some Recordable, to bytes: inout ByteWriter) {
    bytes.write(tag: tag)
    facts.write(to: &bytes)
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    switch try bytes.tag() {
    case Tag.uploaded: self = .uploaded(try Submission(from: &bytes))
    case Tag.reviewed: self = .reviewed(try Review(from: &bytes))
    case Tag.caseOpened: self = .caseOpened(try CaseFacts(from: &bytes))
    case Tag.decided: self = .decided(try Decision(from: &bytes))
    case Tag.published: self = .published(try Publication(from: &bytes))
    case Tag.waveStarted: self = .waveStarted(try WaveStart(from: &bytes))
    case Tag.delivered: self = .delivered(try Progress(from: &bytes))
    case Tag.assessed: self = .assessed(try Assessment(from: &bytes))
    case Tag.crossPosted: self = .crossPosted(try CrossPosting(from: &bytes))
    case Tag.settingChanged: self = .settingChanged(try SettingChange(from: &bytes))
    default: throw bytes.damage
    }
  }
}

extension Submission: Recordable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(upload)
    bytes.write(followers)
    bytes.write(reading)
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    self.init(
      upload: try Upload(from: &bytes), followers: try bytes.size(),
      reading: try Reading(from: &bytes))
  }
}

extension Review: Recordable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(verdict)
    bytes.write(policy) { $0.write($1) }
    bytes.write(probability)
    bytes.write(threshold)
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    self.init(
      verdict: try bytes.choice(),
      policy: try bytes.optional { (bytes) throws(Damage) in try bytes.choice() },
      probability: try bytes.double(), threshold: try bytes.double())
  }
}

extension CaseFacts: Recordable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(policy)
    bytes.write(probability)
    bytes.write(due)
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    self.init(
      policy: try bytes.choice(), probability: try bytes.double(), due: try bytes.size())
  }
}

extension Decision: Recordable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(allowed)
    bytes.write(reason)
    bytes.write(moderator)
    bytes.write(waited)
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    self.init(
      allowed: try bytes.flag(), reason: try bytes.text(), moderator: try bytes.text(),
      waited: try bytes.size())
  }
}

extension Publication: Recordable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(followersReached)
    bytes.write(socialGraphOnlyViews)
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    self.init(followersReached: try bytes.size(), socialGraphOnlyViews: try bytes.size())
  }
}

extension WaveStart: Recordable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(number)
    bytes.write(size)
    bytes.write(gate)
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    self.init(number: try bytes.size(), size: try bytes.size(), gate: try bytes.size())
  }
}

extension CrossPosting: Recordable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(to)
    bytes.write(due)
    bytes.write(gate)
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    self.init(to: try VideoID(from: &bytes), due: try bytes.size(), gate: try bytes.size())
  }
}

extension SettingChange: Recordable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(key)
    bytes.write(from)
    bytes.write(to)
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    self.init(key: try bytes.text(), from: try bytes.double(), to: try bytes.double())
  }
}
