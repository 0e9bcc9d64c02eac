import Canvas

/// Every key and what it does.
enum KeyMap {
  /// The rows, in the order of the help.
  static let all: [Binding] = screens + time + looking + running + desk + tuning

  /// What a key does on a screen, or nil.
  static func binding(for key: Key, on screen: Screen) -> Binding? {
    all.first { $0.screens.contains(screen) && $0.keys.contains(key) }
  }

  /// The row of an action; on the screen given where it has several.
  static func binding(of action: Action, on screen: Screen) -> Binding? {
    all.first { $0.action == action && $0.screens.contains(screen) }
      ?? all.first { $0.action == action }
  }

  private static let screens: [Binding] = [
    Binding(.character("1"), do: .spread, "Screen 1: how the videos spread, and why."),
    Binding(.character("2"), do: .moderate, "Screen 2: the desk, where a person decides."),
    Binding(.character("3"), do: .tune, "Screen 3: every threshold, and what moving it does."),
    Binding(.character("4"), do: .compare, "Screen 4: forks, platforms and graphs side by side."),
    Binding(.tab, do: .nextScreen, "The next screen."),
    Binding(.backTab, do: .previousScreen, "The screen before."),
    Binding(
      .character("?"), .function(1), do: .help, word: "help", rank: 2,
      "All keys; type to search, Enter does it."),
    Binding(
      .character(":"), do: .palette, word: "everything", rank: 36,
      "Type a command: every action by name, upload FILE, goto +12h, speed 600, theme NAME."),
    Binding(
      .character("q"), .control("c"), do: .quit, word: "quit", rank: 90,
      "Leave; the terminal is as it was."),
  ]

  private static let time: [Binding] = [
    Binding(
      .character(" "), do: .pause, word: "pause", rank: 1,
      "Let time run, or stand still. The same on every screen."),
    Binding(
      .character("R"), do: .reverse, word: "reverse", rank: 45,
      "Let time run backwards, at the same speed, or forwards again."),
    Binding(
      .left, do: .waveBack, word: "wave", on: .withVideos, rank: 10,
      "Back to where the wave before ended."),
    Binding(
      .right, do: .waveForward, word: "wave", on: .withVideos, rank: 10,
      "On to where this wave ends."),
    Binding(
      .character("n"), do: .nextDecision, word: "next decision",
      on: [.spread, .compare, .moderate],
      rank: 15, "On to the next decision, by the rule or at the desk."),
    Binding(
      .character("p"), do: .previousDecision, "Back to the decision before."),
    Binding(
      .character("n"), do: .nextDecision, on: [.tune],
      "On to the next decision, by the rule or at the desk."),
    Binding(
      .character("["), do: .slower, word: "speed", on: [.spread, .compare, .moderate], rank: 20,
      "Slower."),
    Binding(
      .character("]"), do: .faster, word: "speed", on: [.spread, .compare, .moderate], rank: 20,
      "Faster."),
    Binding(.character("["), do: .slower, on: [.tune], "Slower."),
    Binding(.character("]"), do: .faster, on: [.tune], "Faster."),
    Binding(
      .character("}"), do: .fastest, on: [.spread, .moderate, .compare], "As fast as it goes."),
    Binding(.character("."), do: .minuteForward, on: .notTuning, "One minute on."),
    Binding(.character(","), do: .minuteBack, on: .notTuning, "One minute back."),
    Binding(.home, do: .start, "To the start of the run."),
    Binding(.end, do: .furthest, "To the furthest moment that has been computed."),
    Binding(
      .character("g"), do: .goto,
      "Jump to a time, such as 2d5h, 17:30, -10m or 50%, or search what happened: a name, stop."),
    Binding(
      .character("t"), do: .scrub, word: "scrub", rank: 44,
      "Scrub through the whole time with ← and →; click on the bar goes there."),
    Binding(.character("m"), do: .nextMatch, "On to the next match of the latest search."),
    Binding(.character("M"), do: .previousMatch, "Back to the match before."),
  ]

  private static let looking: [Binding] = [
    Binding(
      .up, do: .videoUp, word: "video", on: .withVideos, rank: 25, "Choose the video above."),
    Binding(
      .down, do: .videoDown, word: "video", on: .withVideos, rank: 25, "Choose the video below."),
    Binding(
      .character("<"), do: .previousPlatform, "The same video on the platform before."),
    Binding(
      .character(">"), do: .nextPlatform, word: "platform", on: .every, rank: 60,
      "The same video on its next platform; on Tune, the next platform's settings."),
    Binding(
      .enter, do: .why, word: "why", on: .withVideos, rank: 26,
      "The sum by hand: every KPI, its weight, the score, and how sure the rule is."),
    Binding(
      .character("v"), do: .evidence, on: .withVideos,
      "The words that say what the video is about."),
    Binding(
      .character("l"), do: .logarithmic, on: .withVideos,
      "Draw reach on a logarithmic or a linear scale."),
    Binding(
      .character("u"), do: .outlook, on: .withVideos,
      "Outlook: where it will stop, from what its KPIs tell by now."),
    Binding(
      .character("u"), do: .outlook, word: "what is at stake", on: [.moderate], rank: 34,
      "What is at stake in the case: where it would stop, from what videos are like."),
    Binding(
      .character("o"), do: .nextPane, word: "pane", on: [.spread], rank: 40,
      "Give the next pane the focus; where there is no room for all, show it alone."),
    Binding(.character("O"), do: .previousPane, on: [.spread], "The pane before."),
    Binding(.pageUp, do: .pageUp, on: .every, "Scroll the focused pane up."),
    Binding(.pageDown, do: .pageDown, on: .every, "Scroll the focused pane down."),
    Binding(
      .character("/"), do: .filter, on: .withVideos, "Show only the videos that hold some words."),
    Binding(
      .character("s"), do: .sort, on: .withVideos,
      "Sort the videos by views, by what is newest, or by what waits."),
    Binding(.escape, do: .cancel, on: .notTuning, "Back: close, clear the filter, show all panes."),
  ]

  private static let running: [Binding] = [
    Binding(
      .character("b"), do: .nextBar, word: "bar", on: [.spread], rank: 70,
      "Choose a bar to move: the score's, viewing time's, interaction's, click-through's."),
    Binding(
      .character("+"), .character("="), do: .raiseBar, word: "move bar", on: [.spread], rank: 71,
      "Raise the chosen bar of this platform, from now on."),
    Binding(
      .character("-"), do: .lowerBar, word: "move bar", on: [.spread], rank: 71,
      "Lower the chosen bar of this platform, from now on."),
    Binding(
      .character("f"), do: .fork, word: "fork", on: .every, rank: 30,
      "Keep this run and go on beside it; on Tune, under the draft."),
    Binding(
      .character("F"), do: .closeFork, word: "close fork", rank: 36,
      "Take the fork off the screen; a recorded one stays in its file."),
    Binding(
      .character("a"), do: .aim, word: "aim", rank: 31,
      "Aim decisions and settings at both runs, or at the fork alone."),
    Binding(
      .character("k"), do: .branches, word: "kept forks", rank: 46,
      "The forks kept in the file: open one beside the run, close it, delete it."),
    Binding(
      .character("x"), do: .export, word: "export", on: [.spread, .tune, .compare], rank: 38,
      "Write what is on the screen to a file."),
    Binding(
      .character("y"), do: .copyCommand, on: [.spread, .tune, .compare],
      "Show the exact command that gives this screen."),
    Binding(
      .character("N"), do: .newUpload, word: "own upload", rank: 37,
      "Try an upload of your own: caption, length, subtitle file."),
  ]

  private static let desk: [Binding] = [
    Binding(
      .character("y"), do: .allow, word: "allow", on: [.moderate], rank: 3,
      "Allow the upload: it goes to its first audience."),
    Binding(
      .character("x"), do: .remove, word: "remove", on: [.moderate], rank: 3,
      "Remove the upload, for the reason shown, once ↵ confirms it."),
    Binding(
      .character("r"), do: .reason, word: "reason", on: [.moderate], rank: 4,
      "Choose or write another reason."),
    Binding(.up, do: .caseUp, word: "case", on: [.moderate], rank: 5, "The case above."),
    Binding(
      .down, .enter, do: .caseDown, word: "case", on: [.moderate], rank: 5, "The next case."),
    Binding(
      .character("h"), do: .hideReading, word: "hide reading", on: [.moderate], rank: 33,
      "Hide what the model thinks until you have decided."),
  ]

  private static let tuning: [Binding] = [
    Binding(.left, do: .less, word: "move", on: [.tune], rank: 3, "Less, by one step."),
    Binding(.right, do: .more, word: "move", on: [.tune], rank: 3, "More, by one step."),
    Binding(.character("{"), do: .muchLess, on: [.tune], "Less, by five steps."),
    Binding(.character("}"), do: .muchMore, on: [.tune], "More, by five steps."),
    Binding(.up, do: .settingUp, word: "setting", on: [.tune], rank: 4, "The setting above."),
    Binding(.down, do: .settingDown, word: "setting", on: [.tune], rank: 4, "The next setting."),
    Binding(
      .character("e"), .character("#"), do: .number, word: "type", on: [.tune], rank: 5,
      "Type the value."),
    Binding(
      .backspace, .delete, do: .now, word: "as now", on: [.tune], rank: 6,
      "Put the setting back to what is in force."),
    Binding(
      .enter, do: .apply, word: "apply to the run", on: [.tune], rank: 7,
      "Put the draft in force, from now on; with no draft, type a value."),
    Binding(
      .escape, do: .dropDraft, word: "drop", on: [.tune], rank: 8, "Drop the draft."),
  ]
}

extension Set<Screen> {
  /// Screens on which digits and points are not typed into a setting.
  static var notTuning: Set<Screen> { [.spread, .moderate, .compare] }
}
