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
    let runner = WhatIfRunner(question: question, rehearsal: rehearsal, catalogue: catalogue)
    backstage.start(.whatIf) { [inbox] isWanted in
      runner.run(isWanted: isWanted) { inbox.yield(.whatIf($0)) }
    }
  }

  /// Keeps a video's forecast up to date from now on.
  func ask(forecastOf video: VideoID) {
    guard watched != video else { return }
    watched = video
    forecast = nil
    outlook = nil
  }

  /// Computes the forecast again where the platform has learnt something since.
  ///
  /// Until then the old one stands, unless it knows what is not known yet, or is passed already.
  func refreshForecast() {
    guard let watched else { return }
    let new = stand(of: watched)
    let views = playhead.show.snapshot[watched]?.views ?? 0
    if let outlook, views > outlook.views.high { self.outlook = nil }
    guard new != forecast else { return }
    if let old = forecast, (new?.gates ?? 0) < old.gates { outlook = nil }
    forecast = new
    startForecast()
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
      outlook = nil
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
