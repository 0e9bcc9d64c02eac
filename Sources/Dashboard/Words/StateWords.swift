import Canvas
import Catalogue
import Distribution

/// What a video's state looks like and is called.
enum StateWords {
  /// The glyph that stands for a state everywhere.
  static func mark(of state: VideoPicture.State) -> Piece {
    switch state {
    case .uploaded: Piece("◐", .muted)
    case .atDesk: Piece("◆", .doubt)
    case .pushing: Piece("▲", .push)
    case .stopped: Piece("■", .stop)
    case .removed: Piece("✕", .breach)
    }
  }

  /// One or two words for it.
  static func word(of state: VideoPicture.State) -> String {
    switch state {
    case .uploaded: "in review"
    case .atDesk: "at desk"
    case .pushing: "pushing"
    case .stopped: "stopped"
    case .removed: "removed"
    }
  }

  /// Where it is, in at most seven columns: `wave 9`.
  static func place(of video: VideoPicture) -> String {
    switch video.state {
    case .pushing, .stopped: "wave \(max(1, video.waves.count))"
    case .uploaded: "review"
    case .atDesk, .removed: word(of: video.state)
    }
  }
}

/// Topics, policies and fields as people read them.
enum Names {
  /// A topic in one or two words: `beekeeping`.
  static func topic(_ topic: Topic) -> String {
    let name = topic.id.split(separator: "/").last.map(String.init) ?? topic.id
    return name.split(separator: "_").joined(separator: " ")
  }

  /// A topic's label in at most so many columns, or its name: `bees & beekeeping`.
  static func topic(_ topic: Topic, room: Int) -> String {
    var label = topic.label
    if let open = label.firstIndex(of: "(") { label = String(label[..<open]).trimmed }
    let isName = label.dropFirst().contains { $0.isUppercase }
    if !isName { label = label.prefix(1).lowercased() + label.dropFirst() }
    return label.cells <= room ? label : self.topic(topic)
  }

  /// A text field as a verb: what was *said*, *shown*.
  static func field(_ field: Field) -> String {
    switch field {
    case .caption: "written"
    case .transcript: "said"
    case .onScreenText: "shown"
    case .hashtags: "tagged"
    case .sound: "sound"
    }
  }
}
