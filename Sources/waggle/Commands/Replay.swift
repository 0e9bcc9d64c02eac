import ArgumentParser
import Catalogue
import Dashboard
import Journal
import Playback

/// A recorded run on the same screens.
struct Replay: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Watch a recorded run again, at any speed and from any moment.",
    discussion: """
      Nothing is computed: what was recorded is shown, whichever version recorded it. f forks it \
      at the moment shown, and goes on another way.
      """)

  @OptionGroup var file: JournalArgument

  @OptionGroup var branch: BranchOption

  @OptionGroup var screen: ScreenOptions

  func run() throws {
    let record = try Record(file.path, branch: branch.branch)
    var show = Playback.Show(record.recording)
    let words = try show.open(at: screen.at, else: record.opening)
    try House(
      show: show, staging: Stage.laterStaging, speed: screen.speed, theme: screen.look.theme,
      journal: record.journal, branch: record.recording.branch, notice: words.map { Notice($0) }
    ).open()
  }
}

/// A recorded run, ready to be looked at.
struct Record {
  /// Where it stands.
  let journal: Journal
  /// What it holds.
  let recording: Recording

  /// Opens a branch of a journal; the run itself where none is named.
  init(_ path: String, branch: String? = nil) throws {
    journal = try Journal.open(path: path)
    recording = try Recording(journal, branch: journal.branch(named: branch))
  }

  /// The moment at which it is opened: when the upload that screens choose first is posted.
  var opening: Moment { Stage.opening(of: journal.about.scenario, script: recording.script) }
}
