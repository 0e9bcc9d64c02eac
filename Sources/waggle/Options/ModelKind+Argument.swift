public import ArgumentParser
public import Readers

extension ModelKind: ExpressibleByArgument {}
