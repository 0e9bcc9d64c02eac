public import Catalogue
public import Distribution

/// What a person wants that a screen cannot do by itself.
public enum Intent: Sendable, Hashable {
  /// Leave the program.
  case quit
  /// Let time run, or stand still.
  case setPaused(Bool)
  /// World seconds a wall second; 0 is as fast as the machine can.
  case setSpeed(Int)
  /// Let time run backwards, or forwards again.
  case setBackward(Bool)
  /// Show another moment, earlier or later.
  case seek(Moment)
  /// Go to the next or previous moment of a kind.
  case step(Step, forward: Bool)
  /// Decide a case.
  case decide(VideoID, allowed: Bool, reason: String)
  /// Put settings in force from now on.
  case apply([DraftChange])
  /// Ask what would become of a video.
  case ask(WhatIf.Question)
  /// Ask for a video's forecast.
  case forecast(VideoID)
  /// Copy the run and go on beside it under these settings.
  case fork([DraftChange])
  /// Take the fork off the screen; a recorded one stays in its file.
  case closeFork
  /// Show a kept branch, by its number in the record, beside the run as its fork.
  case openBranch(Int)
  /// Delete a kept branch, by its number in the record.
  case deleteBranch(Int)
  /// Say where decisions and settings given from now on go while a fork is open.
  case steer(Steered)
  /// Bring in an upload of one's own.
  case submit(UploadDraft)
  /// Bring in an upload from a file.
  case load(path: String)
  /// Write what is on the screen to a file.
  case export(path: String)
}

/// How far a step goes.
public enum Step: Sendable, Hashable {
  /// One minute of the world's time.
  case minute
  /// To the next end of a wave, of the video given.
  case wave(VideoID)
  /// To the next event that a person would call a decision: an assessment or one at the desk.
  case decision
}

/// What the form for an own upload asks for.
public struct UploadDraft: Sendable, Hashable {
  /// What is written under the video.
  public var caption: String
  /// The path of a subtitle file, or empty.
  public var subtitles: String
  /// Text shown in the video.
  public var onScreenText: String
  /// Hashtags, separated by blanks.
  public var hashtags: String
  /// Seconds.
  public var duration: Double
  /// The person's guess of its appeal: a log-ratio to the median, or nil for the median.
  public var appeal: Double?

  /// Creates a draft.
  public init(
    caption: String = "", subtitles: String = "", onScreenText: String = "",
    hashtags: String = "", duration: Double = 15, appeal: Double? = nil
  ) {
    self.caption = caption
    self.subtitles = subtitles
    self.onScreenText = onScreenText
    self.hashtags = hashtags
    self.duration = duration
    self.appeal = appeal
  }
}
