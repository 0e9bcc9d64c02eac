import Catalogue
import Dashboard
import Distribution

extension Theatre {
  /// What a forecast was computed from: it is computed again when that has changed.
  struct Forecast: Sendable, Hashable {
    /// For which video.
    var video: VideoID
    /// How many gates it had passed.
    var gates: Int
    /// Where it was on its way.
    var state: VideoPicture.State
    /// Under which settings.
    var settings: PlatformSettings
  }

  /// Starts on Tune's question; the answer arrives piece by piece.
  func ask(_ question: WhatIf.Question) {
    guard let rehearsal = Rehearsal(of: question.video, in: playhead.show) else { return }
    whatIf = nil
    asked = question
    backstage.start(.whatIf) { [inbox] isWanted in
      WhatIfRunner(question: question, rehearsal: rehearsal)
        .run(isWanted: isWanted) { inbox.yield(.whatIf($0)) }
    }
  }

  /// Takes a piece of an answer, where it is still wanted.
  func take(_ answer: WhatIf) {
    guard answer.question == asked else { return }
    whatIf = answer
    publish()
  }

  /// Keeps a video's forecast up to date from now on.
  func ask(forecastOf video: VideoID) {
    guard watched != video else { return }
    watched = video
    forecast = nil
    outlook = nil
  }

  /// Computes the forecast again where the platform has learnt something since.
  func refreshForecast() {
    guard let watched else { return }
    let new = stand(of: watched)
    guard new != forecast else { return }
    forecast = new
    startForecast()
  }

  /// Takes a forecast, where it is still wanted.
  func take(_ answer: Outlook, for stand: Forecast) {
    guard stand == forecast else { return }
    outlook = answer
    publish()
  }

  private func stand(of video: VideoID) -> Forecast? {
    let snapshot = playhead.show.snapshot
    guard let picture = snapshot[video], snapshot.platforms.indices.contains(video.platform) else {
      return nil
    }
    return Forecast(
      video: video, gates: picture.waves.count { $0.endedAt != nil }, state: picture.state,
      settings: snapshot.platforms[video.platform].settings)
  }

  private func startForecast() {
    guard let forecast, let picture = playhead.show.snapshot[forecast.video],
      forecast.state == .pushing || forecast.state == .atDesk,
      let rehearsal = Rehearsal(of: forecast.video, in: playhead.show)
    else {
      backstage.stop(.outlook)
      guard outlook != nil else { return }
      outlook = nil
      publish()
      return
    }
    backstage.start(.outlook) { [inbox] isWanted in
      let runner = OutlookRunner(picture: picture, rehearsal: rehearsal)
      if let outlook = runner.outlook(isWanted: isWanted) {
        inbox.yield(.outlook(outlook, forecast))
      }
    }
  }
}
