import Audience
import Catalogue
import Desk
import Distribution

extension Engine.Keyframe: Recordable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(now)
    bytes.write(latest)
    bytes.write(list: cases) { $0.write($1) }
    bytes.write(list: coming) { bytes, coming in
      bytes.write(coming.id)
      bytes.write(coming.due)
    }
    bytes.write(list: posts) { $0.write($1) }
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    self.init(
      now: try bytes.moment(), latest: try bytes.moment(),
      cases: try bytes.list { (bytes) throws(Damage) in try Case(from: &bytes) },
      coming: try bytes.list { (bytes) throws(Damage) in
        Coming(id: try VideoID(from: &bytes), due: try bytes.moment())
      },
      posts: try bytes.list { (bytes) throws(Damage) in try Post(from: &bytes) })
  }
}

extension Case: Recordable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(upload)
    bytes.write(platform)
    bytes.write(policy)
    bytes.write(probability)
    bytes.write(openedAt)
    bytes.write(followers)
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    self.init(
      upload: try bytes.size(), platform: try bytes.size(), policy: try bytes.choice(),
      probability: try bytes.double(), openedAt: try bytes.moment(), followers: try bytes.size())
  }
}

extension Engine.Keyframe.Post: Recordable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(id)
    bytes.write(turn)
    bytes.write(wake == .max ? nil : wake) { $0.write($1) }
    switch state {
    case .uploaded: bytes.write(tag: 1)
    case .atDesk: bytes.write(tag: 2)
    case .removed: bytes.write(tag: 3)
    case .published(let spread):
      bytes.write(tag: 4)
      bytes.write(spread)
    }
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    let id = try VideoID(from: &bytes)
    let turn = try bytes.size()
    let wake = try bytes.optional { (bytes) throws(Damage) in try bytes.moment() } ?? .max
    let state: Engine.Keyframe.State
    switch try bytes.tag() {
    case 1: state = .uploaded
    case 2: state = .atDesk
    case 3: state = .removed
    case 4: state = .published(try Engine.Keyframe.Spread(from: &bytes))
    default: throw bytes.damage
    }
    self.init(id: id, turn: turn, wake: wake, state: state)
  }
}

extension Engine.Keyframe.Spread: Recordable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(publishedAt)
    bytes.write(progress)
    bytes.write(walk)
    bytes.write(feedSeen)
    var previous: Moment = 0
    bytes.write(list: visits) { bytes, visit in
      bytes.write(visit.at - previous)
      previous = visit.at
      bytes.write(count: UInt64(visit.viewer))
      bytes.write(tag: UInt8(visit.source.rawValue))
    }
    bytes.write(push) { $0.write($1) }
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    var previous: Moment = 0
    self.init(
      publishedAt: try bytes.moment(), progress: try Progress(from: &bytes),
      walk: try Walk.Position(from: &bytes), feedSeen: try bytes.size(),
      visits: try bytes.list { (bytes) throws(Damage) in
        previous += try bytes.moment()
        guard previous <= ByteReader.most else { throw bytes.damage }
        let viewer = try bytes.viewer()
        guard let source = Source(rawValue: Int(try bytes.tag())) else { throw bytes.damage }
        return Arrival(at: previous, viewer: viewer, source: source)
      },
      push: try bytes.optional { (bytes) throws(Damage) in try Push(from: &bytes) })
  }
}

extension Walk.Position: Recordable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(list: cursors) { $0.write(count: UInt64($1)) }
    var previous: UInt32 = 0
    bytes.write(list: others) { bytes, viewer in
      bytes.write(count: UInt64(viewer - previous))
      previous = viewer
    }
    bytes.write(isClosed)
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    var previous: UInt32 = 0
    self.init(
      cursors: try bytes.list { (bytes) throws(Damage) in Int(try bytes.viewer()) },
      others: try bytes.list { (bytes) throws(Damage) in
        let (viewer, overflows) = previous.addingReportingOverflow(try bytes.viewer())
        guard !overflows else { throw bytes.damage }
        previous = viewer
        return viewer
      },
      isClosed: try bytes.flag())
  }
}

extension Push: Recordable {
  func write(to bytes: inout ByteWriter) {
    bytes.write(wave)
    bytes.write(from)
    bytes.write(gate)
    bytes.write(beganAt)
    bytes.write(takes)
    bytes.write(tally)
    bytes.write(rung)
    bytes.write(list: steps) { $0.write($1) }
  }

  init(from bytes: inout ByteReader) throws(Damage) {
    self.init(
      wave: try bytes.size(), from: try bytes.size(), gate: try bytes.size(),
      beganAt: try bytes.sum(), takes: try bytes.size(), tally: try Tally(from: &bytes),
      rung: try bytes.size(),
      steps: try bytes.list { (bytes) throws(Damage) in
        try Tally(from: &bytes)
      })
  }
}

extension ByteReader {
  /// A viewer's number, or one more than the last.
  fileprivate mutating func viewer() throws(Damage) -> UInt32 {
    guard let number = UInt32(exactly: try count()) else { throw damage }
    return number
  }
}
