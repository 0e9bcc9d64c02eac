import ArgumentParser
import Canvas
import Catalogue
import Dashboard
import Distribution
import Glibc
import Journal
import Playback

/// One frame of the dashboard, without a terminal.
struct FrameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frame",
    abstract: "Draw one frame of the dashboard as text, with colours, or as a picture.",
    discussion: """
      The same arguments draw the same frame. Where --at lies behind the last thing that is known, \
      the frame is drawn all the same, and a line on standard error says what the last thing was. \
      Text is ASCII where the locale is not UTF-8, as with LC_ALL=C.
      """)

  @Argument(help: "A built-in scenario, the path of a TOML file, or a journal.")
  var scenario: String

  @OptionGroup var world: WorldOptions

  @OptionGroup var branch: BranchOption

  @Option(help: "Which screen.")
  var screen = Screen.spread

  @Option(
    help: ArgumentHelp(
      "How long after the scenario's start, such as 2d5h; else at the chosen upload.",
      valueName: "duration"))
  var at: DurationArgument?

  @Option(help: ArgumentHelp("Columns and rows, 1x1 to 1000x1000.", valueName: "columns x rows"))
  var size = SizeArgument(size: Size(120, 40))

  @Option(help: "The upload to look at, by name.")
  var video: String?

  @OptionGroup var look: ThemeOption

  @Option(help: "What it is written as.")
  var format = Format.text

  /// What a frame is written as.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// Characters alone.
    case text
    /// Characters and the codes that colour them in a terminal.
    case ansi
    /// A picture.
    case svg
  }

  func run() throws {
    let show = try show()
    let chosen = try chosenVideo(in: show)
    let scene = Still(show: show, video: chosen).scene(for: screen)
    var output = Output()
    let glyphs = format == .svg ? .unicode : output.glyphs
    let canvas = Dashboard(screen: screen, chosen: chosen, size: size.size)
      .draw(scene, size: size.size, glyphs: glyphs)
    let text = try text(canvas)
    try output.write(text.hasSuffix("\n") ? text : text + "\n")
    try output.flush()
  }

  /// The run at its moment: computed, or as it was recorded.
  private func show() throws -> Playback.Show {
    let file = JournalFolder.file(scenario)
    guard Journal.isOne(path: file) else {
      guard branch.branch == nil else {
        throw Failure.usage("--branch is for journals, and “\(scenario)” is none")
      }
      let stage = try stage()
      var show = Playback.Show(scenario: stage.scenario, script: stage.script)
      tell(try show.open(at: at, else: stage.opening))
      return show
    }
    guard world.isEmpty else {
      throw Failure.usage(
        "\(file): a journal is drawn as it was recorded: --seed, --set and --upload change scenarios only"
      )
    }
    let record = try Record(file, branch: branch.branch)
    var show = Playback.Show(record.recording)
    tell(try show.open(at: at, else: record.opening))
    if let fault = show.recording?.fault { throw fault }
    return show
  }

  private func stage() throws -> Stage {
    do {
      return try Stage(scenario, options: world)
    } catch let error as InputError
      where error.kind == .malformed && scenario.hasSuffix(JournalFolder.ending)
    {
      throw Failure.data(
        "\(scenario): is neither a journal nor a scenario; name a file that --journal wrote, or TOML"
      )
    }
  }

  private func tell(_ words: String?) {
    if let words { Diagnostics.write("waggle: \(words)\n") }
  }

  private func chosenVideo(in show: Playback.Show) throws -> VideoID? {
    guard let video else { return nil }
    guard let picture = show.snapshot.videos.first(where: { $0.upload.id == video }) else {
      throw Failure.usage("no upload “\(video)” is in the run at that moment")
    }
    return picture.id
  }

  private func text(_ canvas: Canvas) throws -> String {
    let theme = try look.theme.map(ThemeChoice.theme) ?? ThemeChoice.standard()
    let isPlain = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    return switch format {
    case .text: canvas.plainText
    case .ansi: canvas.ansi(theme: theme, depth: isPlain ? .mono : .trueColor)
    case .svg: canvas.svg(theme: theme)
    }
  }
}
