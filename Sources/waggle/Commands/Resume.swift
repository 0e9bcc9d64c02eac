import ArgumentParser
import Catalogue
import Dashboard
import Journal
import Playback

/// A recorded run, gone on with.
struct Resume: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Go on with a recorded run where it was left.",
    discussion: "Without FILE it goes on with the run that was watched last.")

  @Argument(help: "A journal: its path, or its name in waggle journal list.")
  var file: String?

  @OptionGroup var screen: ScreenOptions

  func run() throws {
    guard let path = file.map(JournalFolder.file) ?? JournalFolder.files().first?.path else {
      throw Failure.noInput("no run was recorded yet; waggle watch records one")
    }
    let journal = try Journal.open(path: path, for: .writing)
    let recording = try Recording(journal, branch: journal.branch())
    var show = try revived(recording, path: path)
    let words = try show.open(at: screen.at, else: show.now)
    try House(
      show: show, staging: Stage.laterStaging, speed: screen.speed, theme: screen.look.theme,
      journal: journal, branch: recording.branch, notice: words.map { Notice($0) }
    ).open()
  }

  private func revived(_ recording: Recording, path: String) throws -> Playback.Show {
    let opening = Stage.opening(of: recording.journal.about.scenario, script: recording.script)
    do {
      return try Playback.Show(reviving: recording, at: max(opening, recording.end), told: true)
    } catch {
      throw Failure.data("\(path): cannot be gone on with: \(error)")
    }
  }
}
