package com.contoso.tollbooth.azure.usage;

import static java.util.Comparator.comparing;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.EnrollmentJson;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Enrollments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One document for each enrollment, as people enter it too; its id is its number, and it may be
 * without the element {@code id} anywhere but here.
 */
public final class CosmosEnrollments implements Enrollments {
  private final Items items;

  public CosmosEnrollments(UsageStore store) {
    items = store.enrollments();
  }

  @Override
  public List<Enrollment> all() {
    List<Enrollment> all = new ArrayList<>();
    for (Item item : items()) {
      try {
        all.add(enrollment(item));
      } catch (IllegalArgumentException e) {
        continue; // It is told by unreadable().
      }
    }
    all.sort(comparing(Enrollment::number));
    return all;
  }

  @Override
  public List<Unreadable> unreadable() {
    List<Unreadable> unreadable = new ArrayList<>();
    for (Item item : items()) {
      try {
        var unused = enrollment(item);
      } catch (IllegalArgumentException e) {
        unreadable.add(
            new Unreadable(EnrollmentNumber.closestTo(item.id()), String.valueOf(e.getMessage())));
      }
    }
    unreadable.sort(comparing(Unreadable::number));
    return unreadable;
  }

  private List<Item> items() {
    return items.query("SELECT * FROM c", Map.of(), Integer.MAX_VALUE);
  }

  @Override
  public Optional<Enrollment> find(EnrollmentNumber number) {
    return items.read(number.value(), number.value()).map(CosmosEnrollments::enrollment);
  }

  @Override
  public void put(Enrollment enrollment) {
    var document = new HashMap<>(EnrollmentJson.document(enrollment));
    document.put("id", enrollment.number().value());
    items.upsert(new Item(document), enrollment.number().value());
  }

  /** Without what is the database's. */
  private static Enrollment enrollment(Item item) {
    var document = new HashMap<>(item.fields());
    document.keySet().removeIf(name -> name.startsWith("_") || name.equals("id"));
    return EnrollmentJson.of(document);
  }
}
