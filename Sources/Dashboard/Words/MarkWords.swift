import Canvas
import Catalogue
import Distribution

/// What a mark stands for, in words, and how a search finds it.
struct MarkWords {
  let mark: Mark
  /// The upload's name.
  let name: String

  /// The words of a mark; the names are those of the run's uploads, by their numbers.
  init(_ mark: Mark, names: [Int: String]) {
    self.mark = mark
    name = names[mark.video.upload] ?? "upload \(mark.video.upload)"
  }

  /// The names of a run's uploads by their numbers, also of those posted after the moment shown.
  static func names(_ scene: Scene) -> [Int: String] {
    var names: [Int: String] = [:]
    for mark in scene.marks where mark.kind == .posted && !mark.detail.isEmpty {
      names[mark.video.upload] = mark.detail
    }
    for video in scene.snapshot.videos { names[video.id.upload] = video.upload.id }
    return names
  }

  /// The glyph that stands for it on bars and in lists.
  static func glyph(_ kind: Mark.Kind) -> Piece {
    switch kind {
    case .wave(let number):
      Piece(number < 10 ? String(number) : "+", Style(.wave, level: max(0, number - 1)))
    case .posted: Piece("·", .muted)
    case .stop: Piece("■", .stop)
    case .deskCase: Piece("◆", .doubt)
    case .decision: Piece("✓", .muted)
    }
  }

  /// What happened: `wave 3 ended, push`.
  var what: String {
    switch mark.kind {
    case .posted: "posted"
    case .wave(let number): "wave \(number) ended, push"
    case .stop: "stop"
    case .deskCase: "case to the desk" + (policy.isEmpty ? "" : ": " + policy)
    case .decision: "decided" + (mark.detail.isEmpty ? "" : ": " + mark.detail)
    }
  }

  private var policy: String {
    Policy(rawValue: mark.detail).map { "\($0.label) (\($0.rawValue))" } ?? mark.detail
  }

  /// Whether all words are found in it; a number must be found whole.
  func matches(_ words: [String]) -> Bool {
    let text = "\(name) \(what)".lowercased()
    return words.allSatisfy { word in
      guard Int(word) != nil else { return text.contains(word) }
      return text.split { !$0.isLetter && !$0.isNumber }.contains { $0 == word }
    }
  }

  /// The marks that hold all words of a text, in order of time.
  static func found(_ text: String, in scene: Scene) -> [Mark] {
    let words = text.lowercased().split(separator: " ").map(String.init)
    guard !words.isEmpty else { return [] }
    let names = names(scene)
    return scene.marks.filter { MarkWords($0, names: names).matches(words) }
  }
}
