import ArgumentParser
import Canvas
import Catalogue
import Dashboard
import Glibc
import Journal
import Playback

/// The dashboard.
struct Watch: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Watch a scenario on the dashboard (the default).",
    discussion: """
      It opens paused at the upload; space starts it, ? shows every key, q leaves. The run is \
      recorded, and waggle resume goes on with it; waggle journal list shows what was recorded.
      """)

  @Argument(help: "A built-in scenario or the path of a TOML file.")
  var scenario = "bee-bike"

  @OptionGroup var world: WorldOptions

  @OptionGroup var screen: ScreenOptions

  @Option(
    help: ArgumentHelp(
      "Record the run in this new file; else in one that is named after the scenario and the time.",
      valueName: "file"))
  var journal: String?

  @Flag(help: "Do not record the run.")
  var noJournal = false

  func validate() throws {
    guard journal == nil || !noJournal else {
      throw ValidationError("--journal and --no-journal cannot both be given")
    }
  }

  func run() throws {
    let stage = try Stage(scenario, options: world)
    var notice: Notice?
    let journal = try newJournal(of: stage, telling: &notice)
    var show = Playback.Show(
      scenario: stage.scenario, script: stage.script, told: journal == nil ? nil : 0)
    let words = try show.open(at: screen.at, else: stage.opening)
    let opening = show.now
    try House(
      show: show, staging: stage.staging, speed: screen.speed, theme: screen.look.theme,
      journal: journal, notice: notice ?? words.map { Notice($0) }
    ).open()
    if self.journal == nil, let journal { Self.forget(journal, unlessBehind: opening) }
    if let notice, notice.isError { Diagnostics.write("waggle: \(notice.text)\n") }
  }

  /// The file that the run is recorded in; where none was asked for, none need be had.
  private func newJournal(of stage: Stage, telling notice: inout Notice?) throws -> Journal? {
    if noJournal { return nil }
    if let journal { return try stage.journal(at: journal.expandingHome) }
    do {
      return try stage.journal(at: JournalFolder.newPath(for: stage.scenario))
    } catch {
      let words = (error as? Failure)?.message ?? "\(error)"
      notice = Notice("This run is not recorded: \(words)", isError: true)
      return nil
    }
  }

  /// Removes a file that nobody asked for where nothing was done in it.
  private static func forget(_ journal: Journal, unlessBehind opening: Moment) {
    journal.close()
    guard let kept = try? Journal.open(path: journal.path), let totals = try? kept.totals() else {
      return
    }
    let isUntouched =
      totals.commands == kept.planned && totals.lastSequence == totals.commands + totals.events
    if isUntouched, totals.lastMoment <= opening { unlink(journal.path) }
  }
}
