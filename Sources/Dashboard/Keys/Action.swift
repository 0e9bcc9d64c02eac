/// Something a person can do with a key; the raw value is its name in the palette.
enum Action: String, Sendable, Hashable, CaseIterable {
  case spread, moderate, tune, compare
  case nextScreen = "next-screen"
  case previousScreen = "previous-screen"
  case help, palette, quit, cancel

  case pause, reverse, faster, slower, fastest
  case minuteForward = "minute-forward"
  case minuteBack = "minute-back"
  case waveForward = "wave-forward"
  case waveBack = "wave-back"
  case nextDecision = "next-decision"
  case previousDecision = "previous-decision"
  case start, furthest, goto, scrub
  case nextMatch = "next-match"
  case previousMatch = "previous-match"

  case videoUp = "video-up"
  case videoDown = "video-down"
  case nextPlatform = "next-platform"
  case previousPlatform = "previous-platform"
  case filter, sort
  case nextPane = "next-pane"
  case previousPane = "previous-pane"
  case pageUp = "page-up"
  case pageDown = "page-down"
  case logarithmic = "log"
  case why, evidence, outlook
  case nextBar = "next-bar"
  case raiseBar = "raise-bar"
  case lowerBar = "lower-bar"

  case fork
  case closeFork = "close-fork"
  case branches, aim
  case export
  case copyCommand = "copy-command"
  case newUpload = "new-upload"

  case caseUp = "case-up"
  case caseDown = "case-down"
  case allow, remove, reason
  case hideReading = "hide-reading"

  case settingUp = "setting-up"
  case settingDown = "setting-down"
  case less, more
  case muchLess = "much-less"
  case muchMore = "much-more"
  case number
  case now, apply
  case dropDraft = "drop-draft"
}
