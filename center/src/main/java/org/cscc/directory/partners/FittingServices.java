package org.cscc.directory.partners;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.cscc.directory.ServiceFinder;
import org.cscc.directory.ServiceFit;
import org.cscc.kernel.WallClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Services by need, area and language; three statements however many there are. */
@Component
class FittingServices implements ServiceFinder {
  private final Services services;
  private final Clock clock;

  FittingServices(Services services, Clock clock) {
    this.services = services;
    this.clock = clock;
  }

  @Override
  public List<String> needs() {
    return Arrays.stream(Need.values()).map(Enum::name).toList();
  }

  @Override
  public List<ServiceFit> fitting(Set<String> needs, int area, @Nullable String language) {
    LocalDate today = WallClock.dayOf(clock.instant());
    return services.all().stream()
        .filter(Service::active)
        .filter(service -> needs.contains(service.need().name()) && service.serves(area))
        .map(service -> fit(service, area, language, today))
        .sorted(
            Comparator.comparing(ServiceFit::stale)
                .thenComparing(fit -> !fit.speaks())
                .thenComparingInt(fit -> order(Capacity.valueOf(fit.capacity())))
                .thenComparing(ServiceFit::service))
        .toList();
  }

  private static ServiceFit fit(
      Service service, int area, @Nullable String language, LocalDate today) {
    Capacity best =
        service.offers().stream()
            .filter(offer -> offer.areas().isEmpty() || offer.areas().contains(area))
            .map(Offer::capacity)
            .min(Comparator.comparingInt(FittingServices::order))
            .orElse(Capacity.UNKNOWN);
    return new ServiceFit(
        service.organization(),
        service.name(),
        service.need().name(),
        best.name(),
        language == null || service.languages().contains(language),
        service.stale(today),
        service.assuredOn(),
        service.phone());
  }

  private static int order(Capacity capacity) {
    return switch (capacity) {
      case OPEN -> 0;
      case WAITLIST -> 1;
      case UNKNOWN -> 2;
      case FULL -> 3;
    };
  }
}
