import Canvas
import Catalogue
import Dashboard
import Distribution
import Journal
import Playback
import Terminal

/// A show on a terminal: takes keys, sends wishes to the theatre, draws its scenes.
///
/// The loop runs on the thread that made it and sleeps until a key or a scene arrives.
struct Screening {
  private let terminal: Terminal
  private let theatre: Theatre
  private let platforms: [String]
  private var theme: Theme
  private var dashboard: Dashboard
  private var scene: Scene
  private var watched: VideoID?
  private var isOver = false

  /// Prepares a show on a terminal.
  init(terminal: Terminal, theme: Theme, theatre: Theatre, platforms: [String]) {
    self.terminal = terminal
    self.theme = theme
    self.theatre = theatre
    self.platforms = platforms
    self.dashboard = Dashboard(size: terminal.size, themes: ShippedThemes.all.map(\.name))
    self.scene = theatre.opening
  }

  /// Plays until the person leaves or the terminal is gone.
  mutating func run() throws(JournalError) {
    theatre.open()
    play()
    let unwritten = theatre.closeAndWait()
    terminal.close()
    if let unwritten { throw unwritten }
  }

  private mutating func play() {
    askForForecast()
    draw()
    while !isOver {
      let wake = terminal.wait(wakeDescriptor: theatre.mailbox.fileDescriptor)
      var isDirty = takeInputs()
      if wake.contains(.gone) { return }
      if let latest = theatre.mailbox.take() {
        scene = latest
        isDirty = true
      }
      if isDirty, !isOver {
        askForForecast()
        draw()
      }
    }
  }

  private func draw() {
    let canvas = dashboard.draw(scene, size: terminal.size, glyphs: terminal.glyphs)
    terminal.present(canvas, theme: theme)
  }

  private mutating func takeInputs() -> Bool {
    var isDirty = false
    while !isOver, let input = terminal.nextInput() {
      isDirty = true
      let before = dashboard.theme
      for intent in dashboard.update(input, scene: scene) { act(on: intent) }
      if dashboard.theme != before { changeTheme() }
    }
    return isDirty
  }

  /// Keeps the forecast with the video that is looked at.
  private mutating func askForForecast() {
    let snapshot = scene.snapshot
    let video = dashboard.chosen ?? snapshot.videos.first { $0.upload.id == snapshot.star }?.id
    guard let video, video != watched else { return }
    watched = video
    theatre.send(.forecast(video))
  }

  private mutating func act(on intent: Intent) {
    switch intent {
    case .quit: isOver = true
    case .submit(let draft): bringIn { try draft.upload(platform: platforms[0]) }
    case .load(let path):
      bringIn { try UploadFile.read(path: path.expandingHome, platforms: platforms) }
    case .export(let path): export(to: path.expandingHome)
    default:
      anticipate(intent)
      theatre.send(intent)
    }
  }

  /// Shows at once what the next scene will say, so that a second press is understood rightly.
  private mutating func anticipate(_ intent: Intent) {
    switch intent {
    case .setPaused(let paused): scene.isPaused = paused
    case .setSpeed(let speed): scene.speed = speed
    default: break
    }
  }

  private mutating func changeTheme() {
    guard let name = dashboard.theme else { return }
    do {
      theme = try ThemeChoice.theme(name)
    } catch {
      theatre.say(Notice("\(error)", isError: true))
    }
  }

  private func bringIn(_ read: () throws -> (upload: Upload, followers: Int)) {
    say {
      let (upload, followers) = try read()
      theatre.submit(upload, followers: followers)
      return nil
    }
  }

  private func export(to path: String) {
    say {
      let canvas = dashboard.draw(scene, size: terminal.size)
      let text = Export(path: path).text(of: canvas, theme: theme)
      return "Saved as \(try OutputFile.write(text, near: path))"
    }
  }

  /// Does something that may fail, and tells the person what came of it.
  private func say(_ body: () throws -> String?) {
    do {
      if let words = try body() { theatre.say(Notice(words)) }
    } catch let failure as Failure {
      theatre.say(Notice(failure.message, isError: true))
    } catch {
      theatre.say(Notice("\(error)", isError: true))
    }
  }
}
