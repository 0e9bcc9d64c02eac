import Audience
import Canvas
import Catalogue
import Distribution

/// The form for an upload of one's own.
struct UploadForm: Sendable, Hashable {
  /// What it asks for, in order.
  enum Question: Int, Sendable, Hashable, CaseIterable {
    case caption, duration, subtitles, onScreenText, hashtags, appeal

    var label: String {
      switch self {
      case .caption: "Caption"
      case .duration: "Length, seconds"
      case .subtitles: "Subtitle file"
      case .onScreenText: "Text on screen"
      case .hashtags: "Hashtags"
      case .appeal: "Appeal, × median"
      }
    }

    var hint: String {
      switch self {
      case .caption: "what you write under the video"
      case .duration: "0.5 to 3,600"
      case .subtitles: "what is said: a path to .srt, .vtt or .txt; may stay empty"
      case .onScreenText: "what is shown in letters; may stay empty"
      case .hashtags: "separated by blanks; may stay empty"
      case .appeal: "your guess: 1 is the median video, 1.2 good, 2 one in thousands; empty: 1"
      }
    }
  }

  var fields: [TextField] = Question.allCases.map { TextField($0 == .duration ? "15" : "") }
  var active = Question.caption
  var problem: String?
  /// What the scene said when the upload was sent; nil until then.
  var sent: Sent?

  /// A scene as it was when the upload was sent, by which the answer is told from older words.
  struct Sent: Sendable, Hashable {
    /// How many uploads of one's own there were; others come in while a run goes on.
    var own: Int

    init(_ scene: Scene) { own = Self.own(scene) }

    /// How many uploads of one's own are in the run and in the fork beside it.
    static func own(_ scene: Scene) -> Int {
      let runs = [scene.snapshot, scene.fork?.snapshot].compactMap { $0 }
      return runs.reduce(0) { $0 + $1.videos.count { $0.upload.creator == "you" } }
    }
  }

  /// Whether it was sent and nothing is known yet of what became of it.
  func isWaiting(_ scene: Scene) -> Bool { sent != nil && scene.notice?.isError != true }

  /// The form with the answer to what was sent: nil once it was accepted, else with what was wrong.
  func answered(by scene: Scene) -> UploadForm? {
    guard let sent else { return self }
    if let notice = scene.notice, notice.isError {
      var form = self
      form.problem = notice.text
      return form
    }
    return Sent.own(scene) > sent.own ? nil : self
  }

  /// Whether anything was typed.
  var holdsText: Bool {
    zip(Question.allCases, fields).contains {
      !$1.text.isEmpty && !($0 == .duration && $1.text == "15")
    }
  }

  /// Moves to another field, round the ends.
  mutating func move(_ steps: Int) {
    let count = Question.allCases.count
    let place = active.rawValue + steps
    active = Question(rawValue: place - place.floored(by: count) * count) ?? .caption
  }

  /// The text of a field.
  func text(_ question: Question) -> String { fields[question.rawValue].text.trimmed }

  /// The upload, or which field is not understood.
  func draft() -> Result<UploadDraft, Complaint> {
    guard let duration = Double(text(.duration)), (0.5...3_600).contains(duration) else {
      return .failure("Length: a number of seconds, 0.5 to 3,600")
    }
    let said = [Question.caption, .subtitles, .onScreenText, .hashtags]
    guard said.contains(where: { !text($0).isEmpty }) else {
      return .failure("Write at least a caption: the models need something to read")
    }
    var appeal: Double?
    if !text(.appeal).isEmpty {
      guard let ratio = Double(text(.appeal)), (0.1...10).contains(ratio) else {
        return .failure("Appeal: a number from 0.1 to 10; 1 is the median video")
      }
      appeal = Exact.log(ratio)
    }
    return .success(
      UploadDraft(
        caption: text(.caption), subtitles: text(.subtitles), onScreenText: text(.onScreenText),
        hashtags: text(.hashtags), duration: duration, appeal: appeal))
  }

  /// Draws it.
  func draw(on sheet: inout Sheet, in area: Rect) {
    let width = min(92, area.width - 4)
    let label = 18
    var lines: [[Piece]] = []
    for question in Question.allCases {
      let isActive = question == active
      let field = fields[question.rawValue]
      lines.append(
        [
          Piece(isActive ? "▸ " : "  ", .focus),
          Piece(question.label.left(label), Style(isActive ? .text : .muted, bold: isActive)),
        ] + field.pieces(room: max(4, width - label - 3), isActive: isActive))
      if area.height >= 16 {
        lines.append([.gap(label + 2), .muted(question.hint.clipped(max(0, width - label - 2)))])
      }
    }
    lines.append([])
    lines.append(
      problem.map { [Piece($0, .error)] } ?? [
        .muted(sent == nil ? "It is read, reviewed and shown like any other." : "Being read …")
      ])
    Box(
      title: [Piece("An upload of your own", .title)],
      note: [Piece("^s", .key), .muted(" try it")], lines: lines, width: width
    ).draw(on: &sheet, in: area)
  }
}
