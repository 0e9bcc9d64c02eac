import Canvas
import Catalogue
import Dashboard
import Journal
import Playback
import Terminal

/// What is needed to put a show on the terminal.
struct House {
  /// The show at the moment where it opens.
  let show: Playback.Show
  /// Turns own uploads into commands.
  let staging: Staging
  /// World seconds a wall second; 0 is as fast as the machine can.
  let speed: Int
  /// The theme's name or file; nil for the standard one.
  let theme: String?
  /// Where the run is recorded, or what is replayed; nil for neither.
  var journal: Journal?
  /// The journal's branch that the show is.
  var branch = Branch.first
  /// What the person is told at once.
  var notice: Notice?

  /// Plays until the person leaves.
  func open() throws {
    let theme = try theme.map(ThemeChoice.theme) ?? ThemeChoice.standard()
    guard let mailbox = Mailbox<Scene>() else {
      throw Failure.software("no file descriptor is left for the screen's mailbox")
    }
    let theatre = Theatre(
      playhead: Playhead(show: show, speed: speed), staging: staging, mailbox: mailbox,
      journal: journal, branch: branch)
    var screening = Screening(
      terminal: try Self.terminal(), theme: theme, theatre: theatre,
      platforms: show.scenario.platforms.map(\.id))
    if let notice { theatre.say(notice) }
    try screening.run()
  }

  private static func terminal() throws -> Terminal {
    do {
      return try Terminal()
    } catch {
      let help = "; waggle run and waggle frame work without one"
      throw Failure.configuration(error.description + help)
    }
  }
}
